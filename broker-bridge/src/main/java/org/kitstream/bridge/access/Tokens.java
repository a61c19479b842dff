package org.kitstream.bridge.access;

import static java.util.Objects.requireNonNull;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.apache.kafka.common.header.Header;
import org.jspecify.annotations.Nullable;
import org.kitstream.contract.device.DeviceProfile;
import org.kitstream.contract.reading.PayloadFormat;

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
   * @param jsonHeaders those of the records of what it posts as JSON
   * @param rate how many of its messages are let through
   */
  @SuppressWarnings("ArrayRecordComponent") // handed to Kafka as it is; devices are never compared
  record Device(long id, byte[] key, List<Header> jsonHeaders, Rate rate) {}

  private static final Map<PayloadFormat, List<Header>> HEADERS =
      Arrays.stream(PayloadFormat.values())
          .collect(Collectors.toUnmodifiableMap(format -> format, AccessRules::readingHeaders));

  private final Map<String, Device> byToken = new ConcurrentHashMap<>();
  private final Set<String> revoked = ConcurrentHashMap.newKeySet();
  private final Map<Long, String> byDevice = new HashMap<>();
  private final int messagesPerSecond;
  private final Consumer<String> onRevoked;

  /**
   * Starts without any device.
   *
   * @param messagesPerSecond of one device, in the long run
   * @param onRevoked told of each token that lost its device, on the feeding thread
   */
  public Tokens(int messagesPerSecond, Consumer<String> onRevoked) {
    this.messagesPerSecond = messagesPerSecond;
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
    if (mayPublish && profile != null) {
      revoked.remove(token);
      byToken.put(token, device(deviceId, profile));
    } else if (token != null && !token.equals(before)) {
      revoke(token, deviceId);
    }
    if (before != null && !(mayPublish && before.equals(token))) {
      revoke(before, deviceId);
    }
  }

  /** How many devices may publish. */
  public int size() {
    return byToken.size();
  }

  private Device device(long id, DeviceProfile profile) {
    PayloadFormat json =
        profile.readingsFormat() == null ? PayloadFormat.JSON : profile.readingsFormat();
    Device before = profile.token() == null ? null : byToken.get(profile.token());
    Rate rate =
        before != null && before.id() == id ? before.rate() : Rate.perSecond(messagesPerSecond);
    return new Device(id, text(id), requireNonNull(HEADERS.get(json)), rate);
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
