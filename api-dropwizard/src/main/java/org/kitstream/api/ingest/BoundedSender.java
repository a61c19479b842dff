package org.kitstream.api.ingest;

import io.dropwizard.lifecycle.Managed;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.common.KafkaException;
import org.kitstream.api.ingest.DoorMetrics.Refused;
import org.kitstream.api.raw.RawRecord;
import org.kitstream.contract.reading.RawReading;

/**
 * Puts payloads into {@code readings.raw}. What waits for Kafka is bounded, in threads and in
 * bytes, so that Kafka's absence costs others nothing. Thread-safe.
 */
public final class BoundedSender implements Managed {

  /** What a record takes in memory besides its payload, rounded up. */
  private static final int OVERHEAD_BYTES = 1024;

  private final Producer<String, byte[]> producer;
  private final Duration timeout;
  private final DoorMetrics metrics;
  private final int maxBytes;
  private final Semaphore bytes;
  private final Semaphore waiting;

  /**
   * @param producer idempotent and with {@code acks=all}; closed with this
   */
  public BoundedSender(
      Producer<String, byte[]> producer, IngestSettings settings, DoorMetrics metrics) {
    this.producer = producer;
    this.timeout = Duration.ofMillis(settings.timeout().toMilliseconds());
    this.metrics = metrics;
    this.maxBytes = Math.toIntExact(settings.maxInFlight().toBytes());
    this.bytes = new Semaphore(maxBytes);
    this.waiting = new Semaphore(settings.maxWaiting());
    metrics.watch("bytes-in-flight", () -> maxBytes - bytes.availablePermits());
  }

  /**
   * Returns when all replicas of Kafka have the reading.
   *
   * @throws NotStoredException if they did not say so in time. They may have it all the same: it
   *     has to be sent again, and then counts once.
   */
  public void put(RawReading reading) throws NotStoredException {
    if (!waiting.tryAcquire()) {
      throw refused(reading, Refused.OVERLOADED);
    }
    try {
      await(reading, send(reading));
      metrics.stored(reading.via());
    } finally {
      waiting.release();
    }
  }

  @Override
  public void stop() {
    producer.close(timeout);
  }

  private CompletableFuture<Void> send(RawReading reading) throws NotStoredException {
    int weight = Math.min(reading.payload().length + OVERHEAD_BYTES, maxBytes);
    if (!bytes.tryAcquire(weight)) {
      throw refused(reading, Refused.OVERLOADED);
    }
    CompletableFuture<Void> stored = new CompletableFuture<>();
    try {
      var unused =
          producer.send(
              RawRecord.of(reading),
              (place, failure) -> {
                bytes.release(weight);
                if (failure == null) {
                  stored.complete(null);
                } else {
                  stored.completeExceptionally(failure);
                }
              });
    } catch (KafkaException | IllegalStateException e) {
      bytes.release(weight);
      stored.completeExceptionally(e);
    }
    return stored;
  }

  private void await(RawReading reading, CompletableFuture<Void> stored) throws NotStoredException {
    try {
      stored.get(timeout.toMillis(), TimeUnit.MILLISECONDS);
    } catch (ExecutionException | TimeoutException e) {
      throw refused(reading, Refused.UNAVAILABLE);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw refused(reading, Refused.UNAVAILABLE);
    }
  }

  private NotStoredException refused(RawReading reading, Refused why) {
    metrics.refused(reading.via(), why);
    return new NotStoredException();
  }
}
