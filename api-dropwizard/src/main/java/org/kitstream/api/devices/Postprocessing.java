package org.kitstream.api.devices;

import java.time.Instant;
import org.jdbi.v3.core.mapper.PropagateNull;
import org.jspecify.annotations.Nullable;

/**
 * What jobs outside need to process a device's data further.
 *
 * @param latestPostprocessing until when its data has been processed
 * @param meta a JSON object, as text
 * @param forwardingParams a JSON object, as text
 */
public record Postprocessing(
    @PropagateNull long id,
    @Nullable String blueprintUrl,
    @Nullable String hardwareUrl,
    @Nullable Instant latestPostprocessing,
    @Nullable String meta,
    @Nullable String forwardingParams,
    Instant createdAt,
    Instant updatedAt) {

  /** What can be changed, as it is now. */
  PostprocessingDraft draft() {
    return new PostprocessingDraft(
        blueprintUrl, hardwareUrl, latestPostprocessing, meta, forwardingParams);
  }
}
