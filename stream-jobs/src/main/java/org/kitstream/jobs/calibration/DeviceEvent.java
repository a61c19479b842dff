package org.kitstream.jobs.calibration;

import org.jspecify.annotations.Nullable;
import org.kitstream.contract.device.DeviceProfile;
import org.kitstream.contract.reading.RawReading;

/**
 * One thing that happens to a device: a reading, a new profile, or its end when there is neither.
 * Two kinds of message in one type, because an operator takes one keyed input beside a broadcast.
 */
public record DeviceEvent(
    long deviceId, @Nullable RawReading reading, @Nullable DeviceProfile profile) {

  static DeviceEvent of(RawReading reading) {
    return new DeviceEvent(reading.deviceId(), reading, null);
  }

  static DeviceEvent of(ProfileChange change) {
    return new DeviceEvent(change.deviceId(), null, change.profile());
  }
}
