package org.kitstream.calibration.formula;

/**
 * What a formula reads beside {@code x}: another sensor of the same device at the same time.
 *
 * @param sensorKey the key that the sensor has on the device
 */
public record FormulaInput(String sensorKey, Kind kind) {

  /** Which of the sensor's numbers. */
  public enum Kind {
    /** As posted: {@code sensor("key").raw}. */
    RAW,
    /** As calibrated: {@code sensor("key").value}. */
    VALUE
  }
}
