package org.kitstream.api.surface.v0;

import com.fasterxml.jackson.databind.node.NullNode;
import org.jspecify.annotations.Nullable;
import org.kitstream.api.devices.Device;
import org.kitstream.api.devices.Hardware;

/** What a device is. */
record HardwareJson(
    String name, String type, @Nullable String version, String slug, Object lastStatusMessage) {

  static HardwareJson of(Device device, boolean forOwner) {
    Hardware hardware = Hardware.of(device);
    Object told = hardware.info() == null ? NullNode.getInstance() : hardware.info();
    return new HardwareJson(
        hardware.name(),
        hardware.type(),
        hardware.version(),
        hardware.slug(),
        forOwner ? told : Answers.FILTERED);
  }
}
