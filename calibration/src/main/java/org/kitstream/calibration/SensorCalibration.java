package org.kitstream.calibration;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.kitstream.calibration.formula.Formula;
import org.kitstream.contract.reading.QualityFlag;
import org.kitstream.contract.reading.SensorValue;

/** What becomes of the numbers of one sensor while one calibration is valid. */
sealed interface SensorCalibration {

  /** Calibrates one posted number. */
  SensorValue apply(int sensorId, double raw, Readings readings);

  /** The version that its values name. */
  int version();

  /** The sensors whose calibrated values must be there first. */
  default Set<Integer> valuesRead() {
    return Set.of();
  }

  /** No calibration: the posted number stands. */
  record Identity() implements SensorCalibration {

    static final Identity INSTANCE = new Identity();

    @Override
    public int version() {
      return 0;
    }

    @Override
    public SensorValue apply(int sensorId, double raw, Readings readings) {
      return new SensorValue(sensorId, raw, raw, 0, 0);
    }
  }

  /** A calibration that cannot be computed. */
  record Broken(int version) implements SensorCalibration {
    @Override
    public SensorValue apply(int sensorId, double raw, Readings readings) {
      return new SensorValue(sensorId, raw, null, version, QualityFlag.FORMULA_BROKEN.mask());
    }
  }

  /**
   * A calibration that can.
   *
   * @param sources one for each input of the formula, in its order
   */
  record Computed(int version, Formula formula, List<InputSource> sources)
      implements SensorCalibration {

    private static final double[] NO_INPUTS = {};

    @Override
    public SensorValue apply(int sensorId, double raw, Readings readings) {
      double[] inputs = sources.isEmpty() ? NO_INPUTS : new double[sources.size()];
      for (int i = 0; i < inputs.length; i++) {
        Double input = sources.get(i).in(readings);
        if (input == null) {
          return new SensorValue(sensorId, raw, null, version, QualityFlag.INPUT_MISSING.mask());
        }
        inputs[i] = input;
      }
      double value = formula.evaluate(raw, inputs);
      return Double.isFinite(value)
          ? new SensorValue(sensorId, raw, value, version, 0)
          : new SensorValue(sensorId, raw, null, version, QualityFlag.NOT_FINITE.mask());
    }

    @Override
    public Set<Integer> valuesRead() {
      Set<Integer> sensors = new TreeSet<>();
      for (InputSource source : sources) {
        if (source.isValueOfSensor()) {
          sensors.add(source.sensorId());
        }
      }
      return sensors;
    }
  }
}
