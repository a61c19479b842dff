package org.kitstream.api.devices;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.kitstream.api.failure.Violations;

/**
 * All of a device's postprocessing that can be set from outside.
 *
 * @param latestPostprocessing until when its data has been processed
 * @param meta any JSON object, as text
 * @param forwardingParams any JSON object, as text
 */
public record PostprocessingDraft(
    @Nullable String blueprintUrl,
    @Nullable String hardwareUrl,
    @Nullable Instant latestPostprocessing,
    @Nullable String meta,
    @Nullable String forwardingParams) {

  /** Of which nothing was said yet. */
  public static final PostprocessingDraft EMPTY =
      new PostprocessingDraft(null, null, null, null, null);

  /** Adds what is wrong with it. */
  void check(Violations violations) {
    violations
        .addIfLongText(blueprintUrl, "blueprint_url")
        .addIfLongText(hardwareUrl, "hardware_url")
        .addIfLongJson(meta, "postprocessing_attributes")
        .addIfLongJson(forwardingParams, "forwarding_params");
  }
}
