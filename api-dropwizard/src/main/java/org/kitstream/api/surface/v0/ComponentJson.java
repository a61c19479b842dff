package org.kitstream.api.surface.v0;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kitstream.api.kits.Component;

/** Older clients know the board by id and type, newer ones the device. */
record ComponentJson(
    long id,
    UUID uuid,
    @Nullable Long deviceId,
    @Nullable Long boardId,
    String boardType,
    int sensorId,
    Instant createdAt,
    Instant updatedAt) {

  static ComponentJson of(Component component) {
    Integer kitId = component.kitId();
    return new ComponentJson(
        component.id(),
        component.uuid(),
        component.deviceId(),
        kitId == null ? component.deviceId() : Long.valueOf(kitId),
        kitId == null ? "Device" : "Kit",
        component.sensorId(),
        component.createdAt(),
        component.updatedAt());
  }
}
