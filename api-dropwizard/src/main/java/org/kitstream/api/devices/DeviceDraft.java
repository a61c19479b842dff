package org.kitstream.api.devices;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * All of a device that can be set from outside. An update takes the draft of what is there, changes
 * it and gives it back.
 *
 * @param meta any JSON object, as text
 * @param tags names of existing tags
 * @param config what the kit is told to do, a JSON object as text; see {@link KitConfig}
 */
public record DeviceDraft(
    @Nullable String name,
    @Nullable String description,
    @Nullable String macAddress,
    @Nullable String token,
    @Nullable Integer kitId,
    Placement placement,
    HardwareNames hardware,
    Policy policy,
    String meta,
    List<String> tags,
    @Nullable PostprocessingDraft postprocessing,
    @Nullable String config) {

  /** A device of which nothing was said yet. */
  public static final DeviceDraft EMPTY =
      new DeviceDraft(
          null,
          null,
          null,
          null,
          null,
          Placement.UNKNOWN,
          HardwareNames.NONE,
          Policy.DEFAULT,
          "{}",
          List.of(),
          null,
          null);

  DeviceDraft with(Policy newPolicy) {
    return new DeviceDraft(
        name,
        description,
        macAddress,
        token,
        kitId,
        placement,
        hardware,
        newPolicy,
        meta,
        tags,
        postprocessing,
        config);
  }

  DeviceDraft with(Placement newPlacement) {
    return new DeviceDraft(
        name,
        description,
        macAddress,
        token,
        kitId,
        newPlacement,
        hardware,
        policy,
        meta,
        tags,
        postprocessing,
        config);
  }

  DeviceDraft withMacAddress(String newMacAddress) {
    return new DeviceDraft(
        name,
        description,
        newMacAddress,
        token,
        kitId,
        placement,
        hardware,
        policy,
        meta,
        tags,
        postprocessing,
        config);
  }

  DeviceDraft withPostprocessing(@Nullable PostprocessingDraft newPostprocessing) {
    return new DeviceDraft(
        name,
        description,
        macAddress,
        token,
        kitId,
        placement,
        hardware,
        policy,
        meta,
        tags,
        newPostprocessing,
        config);
  }
}
