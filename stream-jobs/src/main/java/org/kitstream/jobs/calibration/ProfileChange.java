package org.kitstream.jobs.calibration;

import org.jspecify.annotations.Nullable;
import org.kitstream.contract.device.DeviceProfile;

/**
 * What {@code devices.profiles} says of a device.
 *
 * @param profile the profile from now on; null when the device is gone
 */
public record ProfileChange(long deviceId, @Nullable DeviceProfile profile) {}
