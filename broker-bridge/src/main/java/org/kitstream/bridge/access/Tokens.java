package org.kitstream.bridge.access;

import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.kitstream.contract.device.DeviceProfile;

/**
 * Which token is which device, from the profiles. One thread feeds it; any thread may ask.
 *
 * <p>A token that was taken from a device is remembered as revoked, so that its kit is refused at
 * the door; after a restart it is merely unknown, which may connect but publish no reading.
 */
public final class Tokens {

  /** Past this many revoked tokens the oldest knowledge goes; they are then unknown. */
  private static final int MAX_REVOKED = 100_000;

  /**
   * A device that may publish.
   *
   * @param key its id as decimal text, UTF-8: the key of its records; never changed
   */
  @SuppressWarnings("ArrayRecordComponent") // handed to Kafka as it is; devices are never compared
  record Device(long id, byte[] key) {}

  private final Map<String, Device> byToken = new ConcurrentHashMap<>();
  private final Set<String> revoked = ConcurrentHashMap.newKeySet();
  private final Map<Long, String> byDevice = new HashMap<>();
  private final Consumer<String> onRevoked;

  /**
   * Starts without any device.
   *
   * @param onRevoked told of each token that lost its device, on the feeding thread
   */
  public Tokens(Consumer<String> onRevoked) {
    this.onRevoked = onRevoked;
  }

  /** The device of a token, if it is known and may publish. */
  Optional<Device> find(String token) {
    return Optional.ofNullable(byToken.get(token));
  }

  /** Whether the token was taken from a device while this bridge ran, or its device is archived. */
  boolean isRevoked(String token) {
    return revoked.contains(token);
  }

  /** The device that has this token, by its id. */
  public Optional<Long> deviceOf(String token) {
    return find(token).map(Device::id);
  }

  /** The token of a device that may publish. Called by the feeding thread. */
  public Optional<String> tokenOf(long deviceId) {
    return Optional.ofNullable(byDevice.get(deviceId));
  }

  /** Takes in what is now said of a device; null: it is gone. Called by one thread. */
  public void update(long deviceId, @Nullable DeviceProfile profile) {
    String token = profile == null ? null : usable(profile.token());
    boolean mayPublish = token != null && profile != null && !profile.archived();
    String before = mayPublish ? byDevice.put(deviceId, token) : byDevice.remove(deviceId);
    if (mayPublish) {
      revoked.remove(token);
      byToken.put(token, new Device(deviceId, text(deviceId)));
    } else if (token != null && !token.equals(before)) {
      revoke(token, deviceId);
    }
    if (before != null && !(mayPublish && before.equals(token))) {
      revoke(before, deviceId);
    }
  }

  private void revoke(String token, long deviceId) {
    Device holder = byToken.get(token);
    if (holder != null && holder.id() != deviceId) {
      return; // another device has it by now
    }
    if (revoked.size() >= MAX_REVOKED) {
      revoked.clear();
    }
    revoked.add(token);
    byToken.remove(token);
    onRevoked.accept(token);
  }

  /** A token that cannot be one level of a topic would open other devices' topics: it is none. */
  private static @Nullable String usable(@Nullable String token) {
    boolean level =
        token != null
            && !token.isEmpty()
            && token
                .chars()
                .noneMatch(c -> c == '/' || c == '+' || c == '#' || Character.isISOControl(c));
    return level ? token : null;
  }

  private static byte[] text(long id) {
    return Long.toString(id).getBytes(StandardCharsets.UTF_8);
  }
}
