package org.kitstream.contract.json;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.kitstream.contract.device.CalibrationProfile;
import org.kitstream.contract.device.ComponentProfile;
import org.kitstream.contract.device.DeviceProfile;
import org.kitstream.contract.device.DeviceStatus;
import org.kitstream.contract.device.ForwardingAccess;
import org.kitstream.contract.reading.Cause;
import org.kitstream.contract.reading.PayloadFormat;
import org.kitstream.contract.reading.ProcessedReading;
import org.kitstream.contract.reading.SensorValue;

class JsonCodecTest {

  private static final Instant NOON = Instant.parse("2024-05-01T12:00:00.250Z");

  @Test
  void writesSnakeCaseAndMilliseconds() {
    var reading =
        new ProcessedReading(
            9,
            NOON,
            NOON,
            NOON,
            Cause.LATE,
            17,
            "m-1",
            List.of(new SensorValue(12, 21, null, 1, 32)));

    assertThat(new String(JsonCodec.of(ProcessedReading.class).encode(reading), UTF_8))
        .isEqualTo(
            "{\"device_id\":9,\"recorded_at\":1714564800250,\"received_at\":1714564800250,"
                + "\"processed_at\":1714564800250,\"cause\":\"late\",\"revision\":17,"
                + "\"message_id\":\"m-1\",\"values\":[{\"sensor_id\":12,\"raw\":21.0,"
                + "\"calibration\":1,\"quality\":32}]}");
  }

  @Test
  void whatIsWrittenIsReadAgain() {
    var profile =
        new DeviceProfile(
            9,
            "a50dbd88-b0c7-4094-ad74-2b755e8023a8",
            3,
            "ab12c3",
            null,
            List.of(
                new ComponentProfile(
                    12, "temp", List.of(new CalibrationProfile(1, 1, "x/10.0", null, NOON)))),
            41.4,
            2.2,
            "outdoor",
            true,
            false,
            PayloadFormat.CITY_PROBE,
            new ForwardingAccess("rita", "3q2-7wAAAAAAAAAA"));
    JsonCodec<DeviceProfile> codec = JsonCodec.of(DeviceProfile.class);

    assertThat(codec.decode(codec.encode(profile))).isEqualTo(profile);
  }

  @Test
  void ignoresMembersFromALaterVersion() {
    assertThat(
            JsonCodec.of(DeviceStatus.class)
                .decode(
                    "{\"device_id\":9,\"state\":\"online\",\"since\":0,\"x\":1}".getBytes(UTF_8)))
        .isEqualTo(new DeviceStatus(9, DeviceStatus.State.ONLINE, Instant.EPOCH));
  }

  @Test
  void saysSoWhenBytesAreNoMessage() {
    assertThatThrownBy(() -> JsonCodec.of(DeviceStatus.class).decode("{]".getBytes(UTF_8)))
        .isInstanceOf(MalformedMessageException.class);
  }
}
