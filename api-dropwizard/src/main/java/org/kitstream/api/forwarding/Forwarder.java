package org.kitstream.api.forwarding;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.util.stream.Collectors.toMap;

import com.codahale.metrics.Meter;
import com.codahale.metrics.MetricRegistry;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.function.Function;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.TopicPartition;
import org.jdbi.v3.core.Jdbi;
import org.kitstream.api.devices.DeviceDetails;
import org.kitstream.api.devices.DeviceReader;
import org.kitstream.api.topics.TopicWork;
import org.kitstream.contract.json.JsonCodec;
import org.kitstream.contract.json.MalformedMessageException;
import org.kitstream.contract.reading.Cause;
import org.kitstream.contract.reading.ProcessedReading;
import org.kitstream.contract.topic.Topic;

/**
 * Composes what is forwarded of processed batches. Readings that are computed anew, or come late
 * and tell of a time more than a day ago (an upload, mostly), are history and not forwarded.
 *
 * <p>Which devices are forwarded is asked once a second; the bridges ask again before they publish.
 */
public final class Forwarder implements TopicWork {

  private static final JsonCodec<ProcessedReading> CODEC = JsonCodec.of(ProcessedReading.class);
  private static final Duration HISTORY = Duration.ofDays(1);
  private static final long REFRESH_NANOS = 1_000_000_000;

  private final Jdbi jdbi;
  private final DeviceReader devices;
  private final Producer<String, byte[]> producer;
  private final Clock clock;
  private final Meter forwarded;
  private final Meter unreadable;
  private final OpenBatches open = new OpenBatches();
  private Set<String> wanted = Set.of();
  private long refreshedAt = System.nanoTime() - REFRESH_NANOS;

  /**
   * @param producer stays open
   */
  public Forwarder(
      Jdbi jdbi, DeviceReader devices, Producer<String, byte[]> producer, MetricRegistry metrics) {
    this.jdbi = jdbi;
    this.devices = devices;
    this.producer = producer;
    this.clock = Clock.systemUTC();
    this.forwarded = metrics.meter("forwarding.batches");
    this.unreadable = metrics.meter("forwarding.unreadable");
  }

  @Override
  public void take(List<ConsumerRecord<byte[], byte[]>> records) {
    long now = System.nanoTime();
    if (!records.isEmpty() && now - refreshedAt >= REFRESH_NANOS) {
      wanted = jdbi.withExtension(ForwardingDao.class, ForwardingDao::forwardedDevices);
      refreshedAt = now;
    }
    records.stream()
        .filter(one -> one.key() != null && wanted.contains(new String(one.key(), US_ASCII)))
        .forEach(one -> add(one, now));
    List<Batch> ended = open.takeEnded(now);
    if (!ended.isEmpty()) {
      forward(ended);
    }
  }

  @Override
  public OptionalLong firstOpen(TopicPartition partition) {
    return open.firstOpen(partition);
  }

  @Override
  public void forget() {
    open.forget();
  }

  private void add(ConsumerRecord<byte[], byte[]> found, long now) {
    try {
      ProcessedReading reading = CODEC.decode(found.value());
      if (!isHistory(reading)) {
        var partition = new TopicPartition(found.topic(), found.partition());
        open.add(partition, found.offset(), reading, now);
      }
    } catch (MalformedMessageException e) {
      unreadable.mark();
    }
  }

  private static boolean isHistory(ProcessedReading reading) {
    return reading.cause() == Cause.BACKFILL
        || (reading.cause() == Cause.LATE
            && reading.recordedAt().isBefore(reading.processedAt().minus(HISTORY)));
  }

  private void forward(List<Batch> batches) {
    List<Long> ids = batches.stream().map(Batch::deviceId).distinct().toList();
    Map<Long, DeviceDetails> known =
        devices.asOwnersSee(ids).stream()
            .collect(toMap(details -> details.device().id(), Function.identity()));
    Instant now = clock.instant();
    List<Future<RecordMetadata>> sent = new ArrayList<>();
    for (Batch batch : batches) {
      DeviceDetails details = known.get(batch.deviceId());
      if (details != null) {
        byte[] payload = ForwardedDevice.of(details, batch, now).toJson();
        sent.add(
            producer.send(
                new ProducerRecord<>(
                    Topic.READINGS_FORWARDED.topicName(),
                    Long.toString(batch.deviceId()),
                    payload)));
      }
    }
    sent.forEach(Forwarder::await);
    forwarded.mark(sent.size());
  }

  private static void await(Future<RecordMetadata> sent) {
    try {
      sent.get();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while forwarding", e);
    } catch (ExecutionException e) {
      throw new IllegalStateException("Kafka did not take what is forwarded", e);
    }
  }
}
