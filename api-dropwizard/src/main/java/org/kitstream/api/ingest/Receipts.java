package org.kitstream.api.ingest;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.UUID;

/**
 * Names messages and says when they were received, the same again for a retry that its sender names
 * by a key: for good the name, for ten minutes and on this node the time, which is the readings'
 * own where the format says none. Thread-safe.
 */
final class Receipts {

  private static final Duration REMEMBERED = Duration.ofMinutes(10);
  private static final int MOST = 50_000;

  private final Clock clock;
  private final Cache<String, Instant> times =
      Caffeine.newBuilder().maximumSize(MOST).expireAfterWrite(REMEMBERED).build();

  Receipts(Clock clock) {
    this.clock = clock;
  }

  /** What a message is filed under. */
  record Receipt(String messageId, Instant receivedAt) {}

  /**
   * The receipt of a message of the device.
   *
   * @param key names the message among those of the device; empty: nobody will retry it
   */
  Receipt of(long deviceId, Optional<String> key) {
    Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
    if (key.isEmpty()) {
      return new Receipt("http-" + UUID.randomUUID(), now);
    }
    byte[] name = (deviceId + "/" + key.get()).getBytes(StandardCharsets.UTF_8);
    String messageId = "http-" + UUID.nameUUIDFromBytes(name);
    return new Receipt(messageId, times.asMap().computeIfAbsent(messageId, unknown -> now));
  }
}
