package org.kitstream.api.history;

import java.util.Optional;

/** Finds the sensors of devices. Called on request threads, once a query. */
public interface DeviceSensors {

  /** The sensor with the id; empty if the device has none such. */
  Optional<DeviceSensor> byId(long deviceId, int sensorId);

  /** The sensor that is called so on the device; empty if the device has none such. */
  Optional<DeviceSensor> byKey(long deviceId, String key);
}
