package org.kitstream.bridge.downlink;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.netty.handler.codec.mqtt.MqttQoS;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.WakeupException;
import org.kitstream.bridge.access.ForwardRights;
import org.kitstream.bridge.log.BridgeFailedException;
import org.kitstream.bridge.log.TopicConsumers;
import org.kitstream.bridge.metrics.Exposition;
import org.kitstream.bridge.settings.BridgeSettings;
import org.kitstream.contract.topic.ForwardTopic;
import org.kitstream.contract.topic.Topic;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Publishes {@code readings.forwarded} to those who follow the devices, from now on, on a thread of
 * its own. At QoS 0: what a client cannot take in time is not kept for it, so that a slow one costs
 * nothing. At most {@link #MOST_UNDER_WAY} messages are in the broker's hands at once.
 */
public final class ForwardFeed implements AutoCloseable {

  private static final Logger LOGGER = LoggerFactory.getLogger(ForwardFeed.class);
  private static final Duration POLL = Duration.ofMillis(250);

  /** A small part of what the broker's queues can take: kits come first. */
  private static final int MOST_UNDER_WAY = 1_000;

  private final KafkaConsumer<byte[], byte[]> consumer;
  private final ForwardRights rights;
  private final Outlet outlet;
  private final Consumer<Throwable> onFailure;
  private final Semaphore room = new Semaphore(MOST_UNDER_WAY);
  private final LongAdder published = new LongAdder();
  private final LongAdder nobodys = new LongAdder();
  private volatile boolean stopping;
  private final Thread thread = new Thread(this::follow, "bridge-forwards");

  private ForwardFeed(
      KafkaConsumer<byte[], byte[]> consumer,
      ForwardRights rights,
      Outlet outlet,
      Consumer<Throwable> onFailure) {
    this.consumer = consumer;
    this.rights = rights;
    this.outlet = outlet;
    this.onFailure = onFailure;
    thread.setDaemon(true);
  }

  /**
   * Begins behind all that the topic holds now.
   *
   * @param onFailure told when following ends though nobody asked for it
   * @throws BridgeFailedException if the topic cannot be read
   */
  public static ForwardFeed start(
      BridgeSettings settings, ForwardRights rights, Outlet outlet, Consumer<Throwable> onFailure) {
    var consumer = TopicConsumers.open(settings, "-forwards");
    try {
      List<TopicPartition> partitions =
          TopicConsumers.partitions(consumer, Topic.READINGS_FORWARDED).toList();
      consumer.assign(partitions);
      consumer.seekToEnd(partitions);
      partitions.forEach(consumer::position); // or it would begin behind what comes meanwhile
    } catch (KafkaException | BridgeFailedException e) {
      consumer.close();
      throw new BridgeFailedException("cannot read what is forwarded: " + e.getMessage(), e);
    }
    var feed = new ForwardFeed(consumer, rights, outlet, onFailure);
    feed.thread.start();
    return feed;
  }

  /** Messages that went to the broker. */
  public long published() {
    return published.sum();
  }

  /** Writes what became of the messages. */
  public void expose(Exposition page) {
    page.counter("forwards_published_total", "Processed batches handed to the broker");
    page.sample(published.sum());
    page.counter("forwards_nobodys_total", "Processed batches of devices nobody may follow");
    page.sample(nobodys.sum());
  }

  @Override
  public void close() {
    stopping = true;
    consumer.wakeup();
    try {
      thread.join();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void follow() {
    try (consumer) {
      while (!stopping) {
        for (ConsumerRecord<byte[], byte[]> batch : consumer.poll(POLL)) {
          forward(batch);
        }
      }
    } catch (WakeupException | InterruptedException e) {
      LOGGER.debug("stopped forwarding");
    } catch (RuntimeException e) {
      onFailure.accept(e);
    }
  }

  private void forward(ConsumerRecord<byte[], byte[]> batch) throws InterruptedException {
    long deviceId = Long.parseLong(new String(batch.key(), UTF_8));
    var access = rights.of(deviceId);
    if (access.isEmpty() || batch.value() == null) {
      nobodys.increment();
      return;
    }
    while (!room.tryAcquire(POLL.toMillis(), TimeUnit.MILLISECONDS)) {
      if (stopping) {
        return;
      }
    }
    published.increment();
    var unused =
        outlet
            .publish(ForwardTopic.of(access.get(), deviceId), batch.value(), MqttQoS.AT_MOST_ONCE)
            .whenComplete((sent, failure) -> room.release());
  }
}
