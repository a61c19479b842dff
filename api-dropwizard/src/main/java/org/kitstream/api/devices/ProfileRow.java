package org.kitstream.api.devices;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kitstream.contract.device.ComponentProfile;
import org.kitstream.contract.device.DeviceProfile;
import org.kitstream.contract.device.ForwardingAccess;

/**
 * The device's part of its profile.
 *
 * @param forwardingUsername its owner's, if its readings are forwarded; likewise the token
 */
public record ProfileRow(
    long id,
    UUID uuid,
    long revision,
    @Nullable String token,
    @Nullable Integer kitId,
    @Nullable Double latitude,
    @Nullable Double longitude,
    @Nullable String exposure,
    boolean isPrivate,
    boolean archived,
    @Nullable String forwardingUsername,
    @Nullable String forwardingToken) {

  private @Nullable ForwardingAccess forwarding() {
    return forwardingUsername == null || forwardingToken == null
        ? null
        : new ForwardingAccess(forwardingUsername, forwardingToken);
  }

  DeviceProfile withComponents(List<ComponentProfile> components) {
    return new DeviceProfile(
        id,
        uuid.toString(),
        revision,
        token,
        kitId,
        components,
        latitude,
        longitude,
        exposure,
        isPrivate,
        archived,
        null,
        forwarding());
  }
}
