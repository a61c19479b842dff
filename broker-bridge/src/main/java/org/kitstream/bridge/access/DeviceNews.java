package org.kitstream.bridge.access;

import org.jspecify.annotations.Nullable;
import org.kitstream.contract.device.DeviceProfile;

/** Hears what is said of devices, on one thread, oldest first for each device and subject. */
public interface DeviceNews {

  /** What is now said of a device; null: it is gone. */
  void profile(long deviceId, @Nullable DeviceProfile profile);

  /** What its kit is told to do: JSON, never changed; null: nothing. */
  void config(long deviceId, byte @Nullable [] config);
}
