package org.kitstream.api.topics;

import io.dropwizard.lifecycle.Managed;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.consumer.ConsumerRebalanceListener;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.WakeupException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Works through a topic on a thread of its own, sharing it with the other nodes of its group. What
 * is dealt with is committed; whatever fails is begun again from there, so work has to bear records
 * that come twice.
 */
public final class TopicWorker implements Managed {

  private static final Logger LOGGER = LoggerFactory.getLogger(TopicWorker.class);
  private static final long PAUSE_MS = 1_000;

  private final WorkPlan plan;
  private final TopicWork work;
  private final Thread thread;
  private final CountDownLatch stopping = new CountDownLatch(1);
  private final Map<TopicPartition, OffsetAndMetadata> committed = new HashMap<>();
  private volatile @Nullable KafkaConsumer<byte[], byte[]> current;
  private boolean failing;

  public TopicWorker(WorkPlan plan, TopicWork work) {
    this.plan = plan;
    this.work = work;
    this.thread = new Thread(this::run, plan.group());
    this.thread.setDaemon(true);
  }

  @Override
  public void start() {
    thread.start();
  }

  @Override
  public void stop() throws InterruptedException {
    stopping.countDown();
    KafkaConsumer<byte[], byte[]> consumer = current;
    if (consumer != null) {
      consumer.wakeup();
    }
    thread.join();
  }

  private void run() {
    var bytes = new ByteArrayDeserializer();
    while (!isStopping()) {
      try (var consumer = new KafkaConsumer<>(plan.consumerSettings(), bytes, bytes)) {
        current = consumer;
        workThrough(consumer);
      } catch (WakeupException e) {
        LOGGER.debug("Woken to stop");
      } catch (RuntimeException e) {
        note(e);
        pause();
      }
    }
  }

  private void workThrough(KafkaConsumer<byte[], byte[]> consumer) {
    beginAgain();
    consumer.subscribe(List.of(plan.topic().topicName()), new Begin());
    while (!isStopping()) {
      List<ConsumerRecord<byte[], byte[]>> records = new ArrayList<>();
      consumer.poll(plan.poll()).forEach(records::add);
      work.take(records);
      commit(consumer);
      failing = false;
    }
  }

  private void commit(KafkaConsumer<byte[], byte[]> consumer) {
    Map<TopicPartition, OffsetAndMetadata> due = new HashMap<>();
    for (TopicPartition partition : consumer.assignment()) {
      long next = work.firstOpen(partition).orElseGet(() -> consumer.position(partition));
      OffsetAndMetadata done = new OffsetAndMetadata(next);
      if (!done.equals(committed.get(partition))) {
        due.put(partition, done);
      }
    }
    if (!due.isEmpty()) {
      consumer.commitSync(due);
      committed.putAll(due);
    }
  }

  private void beginAgain() {
    work.forget();
    committed.clear();
  }

  private boolean isStopping() {
    return stopping.getCount() == 0;
  }

  private void note(RuntimeException failure) {
    if (!failing && !isStopping()) {
      LOGGER
          .atWarn()
          .setCause(failure)
          .addKeyValue("topic", plan.topic().topicName())
          .log("Work on a topic failed; trying on");
    }
    failing = true;
  }

  private void pause() {
    try {
      if (stopping.await(PAUSE_MS, TimeUnit.MILLISECONDS)) {
        LOGGER.debug("Stopped while waiting");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      stopping.countDown();
    }
  }

  /** When nodes share anew, every partition is begun again where it was committed. */
  private final class Begin implements ConsumerRebalanceListener {

    @Override
    public void onPartitionsRevoked(Collection<TopicPartition> partitions) {
      beginAgain();
    }

    @Override
    public void onPartitionsAssigned(Collection<TopicPartition> partitions) {
      LOGGER.debug("Working on {} partitions", partitions.size());
    }
  }
}
