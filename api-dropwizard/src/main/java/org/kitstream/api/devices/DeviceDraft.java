package org.kitstream.api.devices;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * All of a device that can be set from outside. An update takes the draft of what is there, changes
 * it and gives it back.
 *
 * @param meta any JSON object, as text
 * @param tags names of existing tags
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
    List<String> tags) {

  /** Stands for a token that is still to be made; no token looks like this. */
  static final String NEW_TOKEN = "";

  /** A device of which nothing was said yet: it gets a token of its own. */
  public static final DeviceDraft EMPTY =
      new DeviceDraft(
          null,
          null,
          null,
          NEW_TOKEN,
          null,
          Placement.UNKNOWN,
          HardwareNames.NONE,
          Policy.DEFAULT,
          "{}",
          List.of());

  DeviceDraft with(Policy newPolicy) {
    return new DeviceDraft(
        name, description, macAddress, token, kitId, placement, hardware, newPolicy, meta, tags);
  }

  DeviceDraft with(Placement newPlacement) {
    return new DeviceDraft(
        name, description, macAddress, token, kitId, newPlacement, hardware, policy, meta, tags);
  }

  DeviceDraft withMacAddress(String newMacAddress) {
    return new DeviceDraft(
        name, description, newMacAddress, token, kitId, placement, hardware, policy, meta, tags);
  }

  DeviceDraft withToken(String newToken) {
    return new DeviceDraft(
        name, description, macAddress, newToken, kitId, placement, hardware, policy, meta, tags);
  }
}
