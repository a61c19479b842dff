package org.kitstream.api.onboarding;

import java.time.Instant;
import java.util.UUID;
import org.jdbi.v3.core.mapper.Nested;
import org.jspecify.annotations.Nullable;
import org.kitstream.api.devices.DeviceDraft;
import org.kitstream.api.devices.HardwareNames;
import org.kitstream.api.devices.Placement;
import org.kitstream.api.devices.Policy;
import org.kitstream.api.devices.TagNames;

/**
 * A kit that is being set up and belongs to nobody yet.
 *
 * @param userTags tag names, comma separated, as given
 * @param deviceToken what the kit will publish with; six characters
 * @param onboardingSession known to who sets it up, and to nobody else
 * @param deviceHandshake whether the kit was heard of
 */
public record OrphanDevice(
    long id,
    @Nullable String name,
    @Nullable String description,
    @Nullable Integer kitId,
    @Nested Placement placement,
    @Nullable String userTags,
    String deviceToken,
    UUID onboardingSession,
    boolean deviceHandshake,
    Instant createdAt,
    Instant updatedAt) {

  /** What can be changed, as it is now. */
  OrphanDraft draft() {
    return new OrphanDraft(name, description, kitId, placement, userTags);
  }

  /** The device that it becomes. */
  DeviceDraft toDevice() {
    return new DeviceDraft(
        name,
        description,
        null,
        deviceToken,
        kitId,
        placement,
        HardwareNames.NONE,
        Policy.DEFAULT,
        "{}",
        TagNames.of(userTags),
        null,
        null);
  }
}
