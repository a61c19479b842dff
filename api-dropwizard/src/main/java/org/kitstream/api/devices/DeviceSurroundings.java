package org.kitstream.api.devices;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.kitstream.api.kits.Kit;
import org.kitstream.api.sensors.Sensor;
import org.kitstream.api.users.User;
import org.kitstream.contract.device.DeviceStatus;
import org.kitstream.contract.device.LatestDocument;

/** What belongs to a page of devices, by id, each fetched once for the page. */
record DeviceSurroundings(
    Map<Long, User> owners,
    Map<Long, List<Long>> ownerDeviceIds,
    Map<Integer, Kit> kits,
    Map<Long, List<DeviceComponent>> components,
    Map<Integer, Sensor> sensors,
    Map<Long, LatestDocument> latest) {

  DeviceDetails of(Device device, DeviceStatus.State status, boolean forOwner) {
    Integer kitId = device.kitId();
    return new DeviceDetails(
        device,
        Objects.requireNonNull(owners.get(device.ownerId()), "a device without an owner"),
        ownerDeviceIds.getOrDefault(device.ownerId(), List.of()),
        kitId == null ? null : kits.get(kitId),
        components.getOrDefault(device.id(), List.of()).stream()
            .map(component -> sensors.get(component.sensorId()))
            .filter(Objects::nonNull)
            .toList(),
        Optional.ofNullable(latest.get(device.id())),
        status,
        forOwner);
  }
}
