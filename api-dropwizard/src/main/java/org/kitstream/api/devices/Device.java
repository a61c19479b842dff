package org.kitstream.api.devices;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jdbi.v3.core.mapper.Nested;
import org.jdbi.v3.core.mapper.reflect.ColumnName;
import org.jspecify.annotations.Nullable;

/**
 * A device that is not archived.
 *
 * @param token what the kit publishes with; for the owner's eyes
 * @param geohash ten characters; null without coordinates
 * @param hardwareInfo the last that the kit said of itself, JSON text
 * @param revision counts the changes that the stream was told of
 * @param tags names, sorted
 * @param forwardingDestination the label of who gets its forwarded data
 */
public record Device(
    long id,
    UUID uuid,
    long ownerId,
    String name,
    @Nullable String description,
    @Nullable Integer kitId,
    @Nullable String macAddress,
    @Nullable @ColumnName("device_token") String token,
    @Nested Placement placement,
    @Nullable String geohash,
    @Nullable String city,
    @Nullable String countryCode,
    @Nullable String hardwareInfo,
    @Nested("hardware") HardwareNames hardware,
    @Nested Policy policy,
    String meta,
    @Nullable String config,
    long revision,
    List<String> tags,
    List<Long> experimentIds,
    @Nullable String forwardingDestination,
    @Nullable @Nested("postprocessing") Postprocessing postprocessing,
    Instant createdAt,
    Instant updatedAt) {

  /** What can be changed, as it is now. */
  DeviceDraft draft() {
    return new DeviceDraft(
        name,
        description,
        macAddress,
        token,
        kitId,
        placement,
        hardware,
        policy,
        meta,
        tags,
        postprocessing == null ? null : postprocessing.draft(),
        config);
  }
}
