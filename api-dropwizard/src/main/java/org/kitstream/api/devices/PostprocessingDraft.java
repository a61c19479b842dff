package org.kitstream.api.devices;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

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
}
