package org.kitstream.jobs.calibration;

import java.time.Instant;
import java.util.List;
import java.util.SortedMap;
import org.kitstream.calibration.CatalogueIndex;
import org.kitstream.calibration.DeviceCalibration;
import org.kitstream.calibration.SensorResolver;
import org.kitstream.contract.device.DeviceProfile;
import org.kitstream.contract.payload.SensorRef;
import org.kitstream.contract.reading.SensorValue;

/**
 * One revision of a device's profile, made ready for readings: names looked up, formulas parsed.
 */
final class PreparedDevice {

  /** What {@link #sensorId} answers for a name that nothing bears. */
  static final int UNKNOWN_SENSOR = -1;

  private final long revision;
  private final CatalogueIndex catalogue;
  private final SensorResolver resolver;
  private final DeviceCalibration calibration;

  PreparedDevice(DeviceProfile profile, CatalogueIndex catalogue) {
    this.revision = profile.revision();
    this.catalogue = catalogue;
    this.resolver = SensorResolver.of(profile, catalogue);
    this.calibration = DeviceCalibration.of(profile);
  }

  long revision() {
    return revision;
  }

  /** Whether this was made of that revision and that catalogue. */
  boolean isOf(DeviceProfile profile, CatalogueIndex index) {
    return revision == profile.revision() && catalogue == index;
  }

  int sensorId(SensorRef sensor) {
    return resolver.sensorId(sensor).orElse(UNKNOWN_SENSOR);
  }

  List<SensorValue> calibrate(Instant recordedAt, SortedMap<Integer, Double> posted) {
    return calibration.apply(recordedAt, posted);
  }
}
