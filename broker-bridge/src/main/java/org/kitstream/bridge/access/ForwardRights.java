package org.kitstream.bridge.access;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.kitstream.contract.device.DeviceProfile;
import org.kitstream.contract.device.ForwardingAccess;
import org.kitstream.contract.topic.ForwardTopic;

/**
 * Who may follow which devices, from the profiles. A user name is known while at least one device
 * is forwarded under it. One thread feeds it; any thread may ask.
 */
public final class ForwardRights {

  /** Filters the broker takes without harm: whole levels, none empty, at most eight. */
  private static final Pattern PLAIN_FILTER =
      Pattern.compile("(?:/(?:[A-Za-z0-9._~-]+|\\+)){1,7}(?:/#)?");

  private final Map<Long, ForwardingAccess> byDevice = new ConcurrentHashMap<>();
  private final Map<ForwardingAccess, Integer> devices = new ConcurrentHashMap<>();
  private final Map<String, Integer> names = new ConcurrentHashMap<>();
  private final Consumer<String> onLost;

  /**
   * Starts without any right.
   *
   * @param onLost told of each user name that lost rights, on the feeding thread
   */
  public ForwardRights(Consumer<String> onLost) {
    this.onLost = onLost;
  }

  /** Under what the device's readings are forwarded; empty: they are not. */
  public Optional<ForwardingAccess> of(long deviceId) {
    return Optional.ofNullable(byDevice.get(deviceId));
  }

  /** Whether somebody of that user name may follow devices; such a client publishes nothing. */
  boolean isFollower(@Nullable String userName) {
    return userName != null && names.containsKey(userName);
  }

  /** Whether that user may subscribe to that filter, or get a message of that topic. */
  boolean mayFollow(@Nullable String userName, String filter) {
    return userName != null
        && PLAIN_FILTER.matcher(filter).matches()
        && ForwardTopic.tokenOf(filter)
            .filter(token -> filter.startsWith("/forward/" + token + '/'))
            .filter(token -> devices.containsKey(new ForwardingAccess(userName, token)))
            .isPresent();
  }

  /** Takes in what is now said of a device; null: it is gone. Called by one thread. */
  public void update(long deviceId, @Nullable DeviceProfile profile) {
    ForwardingAccess now = profile == null || profile.archived() ? null : profile.forwarding();
    ForwardingAccess before = now == null ? byDevice.remove(deviceId) : byDevice.put(deviceId, now);
    if (now != null && !now.equals(before)) {
      devices.merge(now, 1, Integer::sum);
      names.merge(now.username(), 1, Integer::sum);
    }
    if (before != null && !before.equals(now)) {
      names.computeIfPresent(before.username(), (name, count) -> oneLess(count));
      if (devices.computeIfPresent(before, (access, count) -> oneLess(count)) == null) {
        onLost.accept(before.username());
      }
    }
  }

  private static @Nullable Integer oneLess(int count) {
    return count == 1 ? null : count - 1;
  }
}
