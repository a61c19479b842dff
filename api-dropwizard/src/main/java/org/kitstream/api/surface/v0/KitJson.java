package org.kitstream.api.surface.v0;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kitstream.api.kits.Kit;
import org.kitstream.api.kits.KitWithSensors;

record KitJson(
    int id,
    UUID uuid,
    @Nullable String slug,
    String name,
    String description,
    Instant createdAt,
    Instant updatedAt,
    List<SensorJson> sensors) {

  /** The kit within its device. */
  record Brief(
      int id,
      UUID uuid,
      @Nullable String slug,
      String name,
      String description,
      Instant createdAt,
      Instant updatedAt) {

    static @Nullable Brief of(@Nullable Kit kit) {
      return kit == null
          ? null
          : new Brief(
              kit.id(),
              kit.uuid(),
              kit.slug(),
              kit.name(),
              kit.description(),
              kit.createdAt(),
              kit.updatedAt());
    }
  }

  static KitJson of(KitWithSensors whole) {
    Kit kit = whole.kit();
    return new KitJson(
        kit.id(),
        kit.uuid(),
        kit.slug(),
        kit.name(),
        kit.description(),
        kit.createdAt(),
        kit.updatedAt(),
        whole.sensors().stream().map(SensorJson::of).toList());
  }
}
