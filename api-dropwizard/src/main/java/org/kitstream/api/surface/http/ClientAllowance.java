package org.kitstream.api.surface.http;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.github.bucket4j.Bucket;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** How many requests each client may still make. Forgets clients that are quiet. Thread-safe. */
final class ClientAllowance {

  private static final Duration WINDOW = Duration.ofMinutes(1);
  private static final Duration EXEMPTION = Duration.ofMinutes(5);
  private static final int MOST_CLIENTS = 100_000;

  private final Cache<String, Bucket> buckets =
      Caffeine.newBuilder().maximumSize(MOST_CLIENTS).expireAfterAccess(WINDOW).build();
  private final Cache<String, Boolean> exempt =
      Caffeine.newBuilder().maximumSize(MOST_CLIENTS).expireAfterWrite(EXEMPTION).build();
  private final int perMinute;

  /**
   * @param perMinute requests of one client from its first one on; 0: without limit
   */
  ClientAllowance(int perMinute) {
    this.perMinute = perMinute;
  }

  /** Counts a request; whether it may be served. */
  boolean take(String client) {
    if (perMinute == 0 || exempt.getIfPresent(client) != null) {
      return true;
    }
    @Nullable Bucket bucket = buckets.get(client, one -> full());
    return bucket == null || bucket.tryConsume(1);
  }

  /** Lifts the limit for five minutes. */
  void exempt(String client) {
    exempt.put(client, true);
  }

  private Bucket full() {
    return Bucket.builder()
        .addLimit(limit -> limit.capacity(perMinute).refillIntervally(perMinute, WINDOW))
        .build();
  }
}
