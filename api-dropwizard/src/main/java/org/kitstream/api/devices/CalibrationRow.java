package org.kitstream.api.devices;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.kitstream.contract.device.CalibrationProfile;

/** One version of a component's calibration. */
public record CalibrationRow(
    long componentId,
    long id,
    int version,
    String expression,
    @Nullable Instant validFrom,
    @Nullable Instant validTo) {

  CalibrationProfile toProfile() {
    return new CalibrationProfile(id, version, expression, validFrom, validTo);
  }
}
