package org.kitstream.api.history;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The sensor a query is about, as it was named. */
sealed interface AskedSensor {

  /** The sensor on this device, if the device has it. */
  Optional<DeviceSensor> findOn(long deviceId, DeviceSensors sensors);

  /** The id that was asked for; null if it was a key. */
  @Nullable Long id();

  /** Named by id. Any number may be asked for; not every number can be a sensor. */
  record ById(Long id) implements AskedSensor {

    @Override
    public Optional<DeviceSensor> findOn(long deviceId, DeviceSensors sensors) {
      boolean possible = id > 0 && id <= Integer.MAX_VALUE;
      return possible ? sensors.byId(deviceId, Math.toIntExact(id)) : Optional.empty();
    }
  }

  /** Named by the component's key. */
  record ByKey(String key) implements AskedSensor {

    @Override
    public Optional<DeviceSensor> findOn(long deviceId, DeviceSensors sensors) {
      return sensors.byKey(deviceId, key);
    }

    @Override
    public @Nullable Long id() {
      return null;
    }
  }
}
