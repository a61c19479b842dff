package org.kitstream.api.surface.v0;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kitstream.api.onboarding.OrphanDevice;

record OrphanDeviceJson(
    long id,
    @Nullable String name,
    @Nullable String description,
    @Nullable Integer kitId,
    @Nullable String exposure,
    @Nullable Double latitude,
    @Nullable Double longitude,
    @Nullable String userTags,
    String deviceToken,
    UUID onboardingSession,
    boolean deviceHandshake,
    Instant createdAt,
    Instant updatedAt) {

  static OrphanDeviceJson of(OrphanDevice orphan) {
    return new OrphanDeviceJson(
        orphan.id(),
        orphan.name(),
        orphan.description(),
        orphan.kitId(),
        orphan.placement().exposure(),
        orphan.placement().latitude(),
        orphan.placement().longitude(),
        orphan.userTags(),
        orphan.deviceToken(),
        orphan.onboardingSession(),
        orphan.deviceHandshake(),
        orphan.createdAt(),
        orphan.updatedAt());
  }
}
