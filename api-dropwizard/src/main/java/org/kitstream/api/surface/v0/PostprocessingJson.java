package org.kitstream.api.surface.v0;

import com.fasterxml.jackson.annotation.JsonRawValue;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.kitstream.api.devices.Device;
import org.kitstream.api.devices.Postprocessing;

/** What jobs outside need to process a device's data further. */
record PostprocessingJson(
    long id,
    long deviceId,
    @Nullable String blueprintUrl,
    @Nullable String hardwareUrl,
    @Nullable Instant latestPostprocessing,
    @JsonRawValue @Nullable String meta,
    @JsonRawValue @Nullable String forwardingParams,
    Instant createdAt,
    Instant updatedAt) {

  static @Nullable PostprocessingJson of(Device device) {
    Postprocessing stored = device.postprocessing();
    return stored == null
        ? null
        : new PostprocessingJson(
            stored.id(),
            device.id(),
            stored.blueprintUrl(),
            stored.hardwareUrl(),
            stored.latestPostprocessing(),
            stored.meta(),
            stored.forwardingParams(),
            stored.createdAt(),
            stored.updatedAt());
  }
}
