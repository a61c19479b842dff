package org.kitstream.calibration;

import org.jspecify.annotations.Nullable;
import org.kitstream.calibration.formula.FormulaInput;
import org.kitstream.contract.reading.SensorValue;

/**
 * Where one input of a formula comes from on this device.
 *
 * @param sensorId null when the device has no sensor of that key
 */
record InputSource(@Nullable Integer sensorId, FormulaInput.Kind kind) {

  boolean isValueOfSensor() {
    return kind == FormulaInput.Kind.VALUE && sensorId != null;
  }

  /** The number, or null when there is none at this time. */
  @Nullable Double in(Readings readings) {
    if (sensorId == null) {
      return null;
    }
    if (kind == FormulaInput.Kind.RAW) {
      return readings.posted().get(sensorId);
    }
    SensorValue calibrated = readings.done().get(sensorId);
    return calibrated == null ? null : calibrated.value();
  }
}
