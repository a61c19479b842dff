package org.kitstream.api.surface.v0;

import static java.util.stream.Collectors.toMap;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.kitstream.api.devices.DeviceDetails;
import org.kitstream.contract.device.LatestDocument;
import org.kitstream.contract.device.LatestDocument.LatestValue;

/** The newest of everything a device sent. */
record DataJson(
    @Nullable Instant recordedAt,
    @Nullable Instant addedAt,
    @Nullable Instant calibratedAt,
    String firmware,
    Place location,
    List<DataSensorJson> sensors) {

  /** Literally what the API's reference promises. */
  private static final String FIRMWARE = "[IGNORE]";

  /** The device's location, with an address that is always null. */
  record Place(@Nullable String ip, @JsonUnwrapped LocationJson location) {}

  static DataJson of(DeviceDetails details) {
    LatestDocument latest = details.latest().orElse(null);
    Map<Integer, LatestValue> values =
        details.latest().stream()
            .flatMap(document -> document.values().stream())
            .collect(toMap(LatestValue::sensorId, Function.identity()));
    return new DataJson(
        latest == null ? null : latest.recordedAt(),
        latest == null ? null : latest.receivedAt(),
        latest == null ? null : latest.processedAt(),
        FIRMWARE,
        new Place(null, LocationJson.of(details.device())),
        details.sensors().stream()
            .map(sensor -> DataSensorJson.of(sensor, values.get(sensor.id())))
            .toList());
  }
}
