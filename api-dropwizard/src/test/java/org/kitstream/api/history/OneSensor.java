package org.kitstream.api.history;

import java.util.Optional;

/** Every device has the one sensor of {@link StoredPoints}. */
final class OneSensor implements DeviceSensors {

  @Override
  public Optional<DeviceSensor> byId(long deviceId, int sensorId) {
    return Optional.of(StoredPoints.SENSOR).filter(sensor -> sensor.sensorId() == sensorId);
  }

  @Override
  public Optional<DeviceSensor> byKey(long deviceId, String key) {
    return Optional.of(StoredPoints.SENSOR).filter(sensor -> sensor.key().equals(key));
  }
}
