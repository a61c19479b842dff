package org.kitstream.api.ingest;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.github.bucket4j.Bucket;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** How many messages each device may still send. Forgets devices that are quiet. Thread-safe. */
final class DeviceAllowance {

  private static final int BURST_SECONDS = 10;
  private static final int MOST_DEVICES = 100_000;

  private final Cache<Long, Bucket> buckets =
      Caffeine.newBuilder()
          .maximumSize(MOST_DEVICES)
          .expireAfterAccess(Duration.ofSeconds(BURST_SECONDS))
          .build();
  private final int perSecond;

  /**
   * @param perSecond messages of one device, ten seconds' worth at once; 0: without limit
   */
  DeviceAllowance(int perSecond) {
    this.perSecond = perSecond;
  }

  /** Counts a message; whether it may be taken. */
  boolean take(long deviceId) {
    if (perSecond == 0) {
      return true;
    }
    @Nullable Bucket bucket = buckets.get(deviceId, one -> full());
    return bucket == null || bucket.tryConsume(1);
  }

  private Bucket full() {
    return Bucket.builder()
        .addLimit(
            limit ->
                limit
                    .capacity((long) BURST_SECONDS * perSecond)
                    .refillGreedy(perSecond, Duration.ofSeconds(1)))
        .build();
  }
}
