package org.kitstream.api.surface.v0;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.kitstream.api.sensors.SensorTag;

record SensorTagJson(
    int id, String name, @Nullable String description, Instant createdAt, Instant updatedAt) {

  static SensorTagJson of(SensorTag tag) {
    return new SensorTagJson(
        tag.id(), tag.name(), tag.description(), tag.createdAt(), tag.updatedAt());
  }
}
