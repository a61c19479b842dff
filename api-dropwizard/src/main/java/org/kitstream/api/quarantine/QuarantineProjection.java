package org.kitstream.api.quarantine;

import com.codahale.metrics.Counter;
import com.codahale.metrics.MetricRegistry;
import io.dropwizard.lifecycle.Managed;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.WakeupException;
import org.jdbi.v3.core.JdbiException;
import org.kitstream.contract.json.JsonCodec;
import org.kitstream.contract.json.MalformedMessageException;
import org.kitstream.contract.reading.QuarantinedReading;
import org.kitstream.contract.topic.Topic;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Writes what is in {@code readings.quarantine} to PostgreSQL, on a thread of its own. The nodes
 * share the partitions. A batch is read again unless it was written, and what is there already is
 * not written twice.
 */
public final class QuarantineProjection implements Managed {

  private static final Logger LOGGER = LoggerFactory.getLogger(QuarantineProjection.class);

  private static final Duration POLL = Duration.ofSeconds(1);
  private static final long RETRY_PAUSE_MS = 1_000;
  private static final JsonCodec<QuarantinedReading> CODEC = JsonCodec.of(QuarantinedReading.class);

  private final Consumer<byte[], byte[]> consumer;
  private final QuarantineWriter writer;
  private final Counter stored;
  private final Counter strays;
  private final Counter malformed;
  private final Thread thread = new Thread(this::run, "quarantine");
  private volatile boolean stopping;
  private boolean failing;

  /**
   * @param consumer of a group that all nodes share, which does not commit by itself; closed with
   *     this
   */
  public QuarantineProjection(
      Consumer<byte[], byte[]> consumer, QuarantineWriter writer, MetricRegistry metrics) {
    this.consumer = consumer;
    this.writer = writer;
    this.stored = metrics.counter("quarantine.stored");
    this.strays = metrics.counter("quarantine.strays");
    this.malformed = metrics.counter("quarantine.malformed");
    this.thread.setDaemon(true);
  }

  @Override
  public void start() {
    thread.start();
  }

  @Override
  public void stop() throws InterruptedException {
    stopping = true;
    consumer.wakeup();
    thread.join();
  }

  private void run() {
    try (consumer) {
      consumer.subscribe(List.of(Topic.READINGS_QUARANTINE.topicName()));
      while (!stopping) {
        follow();
      }
    } catch (WakeupException | InterruptedException e) {
      LOGGER.debug("The quarantine is no longer followed");
    }
  }

  private void follow() throws InterruptedException {
    ConsumerRecords<byte[], byte[]> batch = ConsumerRecords.empty();
    try {
      batch = consumer.poll(POLL);
      if (!batch.isEmpty()) {
        write(batch);
        consumer.commitSync();
      }
      failing = false;
    } catch (WakeupException e) {
      throw e;
    } catch (JdbiException | KafkaException e) {
      if (!failing) {
        LOGGER.atWarn().setCause(e).log("The quarantine is not written for now");
      }
      failing = true;
      readAgain(batch);
      Thread.sleep(RETRY_PAUSE_MS);
    }
  }

  private void write(ConsumerRecords<byte[], byte[]> batch) {
    List<RefusedRecord> refused = new ArrayList<>(batch.count());
    for (ConsumerRecord<byte[], byte[]> one : batch) {
      try {
        QuarantinedReading reading = CODEC.decode(one.value());
        refused.add(RefusedRecord.of(reading, one.partition(), one.offset()));
      } catch (MalformedMessageException e) {
        malformed.inc();
      }
    }
    QuarantineWriter.Written written = writer.write(refused);
    stored.inc(written.stored());
    strays.inc(written.strays());
  }

  /** Only what is still ours; another node begins at what was committed. */
  private void readAgain(ConsumerRecords<byte[], byte[]> batch) {
    Map<TopicPartition, OffsetAndMetadata> starts = new HashMap<>();
    for (TopicPartition partition : batch.partitions()) {
      long first = batch.records(partition).get(0).offset();
      starts.put(partition, new OffsetAndMetadata(first));
    }
    starts.keySet().retainAll(consumer.assignment());
    starts.forEach(consumer::seek);
  }
}
