package org.kitstream.jobs;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Instant;
import java.util.List;
import org.kitstream.contract.device.CalibrationProfile;
import org.kitstream.contract.device.ComponentProfile;
import org.kitstream.contract.device.DeviceProfile;
import org.kitstream.contract.device.SensorCatalogue;
import org.kitstream.contract.reading.PayloadFormat;
import org.kitstream.contract.reading.RawReading;
import org.kitstream.contract.reading.Via;

/** Devices, sensors and payloads that the tests share. */
public final class TestDevices {

  /** The SCK 1.1's temperature, spec 5.4. */
  public static final String SCK_1_1_TEMPERATURE = "(175.72 / 65536.0 * x) - 53";

  public static final Instant NOON = Instant.parse("2024-05-01T12:00:00Z");

  public static final SensorCatalogue CATALOGUE =
      new SensorCatalogue(
          1,
          List.of(
              new SensorCatalogue.Entry(12, "temp"),
              new SensorCatalogue.Entry(53, "noise_dba"),
              new SensorCatalogue.Entry(55, "t"),
              new SensorCatalogue.Entry(56, "h")));

  private TestDevices() {}

  /** A device whose sensor 12 is that of an SCK 1.1; its sensor 55 needs no calibration. */
  public static DeviceProfile device(long id, long revision) {
    return new DeviceProfile(
        id,
        "a50dbd88-b0c7-4094-ad74-2b755e8023a8",
        revision,
        "ab12c3",
        3,
        List.of(
            new ComponentProfile(
                12, "temp", List.of(new CalibrationProfile(1, 1, SCK_1_1_TEMPERATURE, null, null))),
            new ComponentProfile(55, "t", List.of())),
        null,
        null,
        null,
        false,
        false,
        null,
        null);
  }

  public static DeviceProfile archived(DeviceProfile device) {
    return new DeviceProfile(
        device.deviceId(),
        device.uuid(),
        device.revision() + 1,
        device.token(),
        device.kitId(),
        device.components(),
        null,
        null,
        null,
        false,
        true,
        null,
        null);
  }

  /** A short payload, received a second after noon. */
  public static RawReading shortReading(long deviceId, String payload) {
    return reading(deviceId, PayloadFormat.SHORT, payload);
  }

  public static RawReading jsonReading(long deviceId, String payload) {
    return reading(deviceId, PayloadFormat.JSON, payload);
  }

  private static RawReading reading(long deviceId, PayloadFormat format, String payload) {
    return new RawReading(
        deviceId, "m-" + payload, format, Via.MQTT, NOON.plusSeconds(1), payload.getBytes(UTF_8));
  }
}
