package org.kitstream.api.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.codahale.metrics.MetricRegistry;
import io.dropwizard.util.DataSize;
import io.dropwizard.util.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.apache.kafka.clients.producer.MockProducer;
import org.apache.kafka.clients.producer.RoundRobinPartitioner;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.kitstream.contract.reading.PayloadFormat;
import org.kitstream.contract.reading.RawReading;
import org.kitstream.contract.reading.Via;

/** Kafka's own stand-in answers when it is told to. */
class BoundedSenderTest {

  private static final int HALF_OF_THE_BOUND = 512 * 1024 - 1024;

  private final MetricRegistry registry = new MetricRegistry();
  private final MockProducer<String, byte[]> kafka =
      new MockProducer<>(
          false, new RoundRobinPartitioner(), new StringSerializer(), new ByteArraySerializer());
  private final BoundedSender sender =
      new BoundedSender(
          kafka,
          new IngestSettings(
              DataSize.kibibytes(700), 10, 0, DataSize.mebibytes(1), 3, Duration.seconds(30)),
          new DoorMetrics(registry));
  private final ExecutorService requests = Executors.newCachedThreadPool();

  @AfterEach
  void stop() {
    requests.shutdownNow();
  }

  @Test
  void nothingIsDoneBeforeKafkaSaysSo() throws Exception {
    Future<?> first = put(10);
    underWay(1);
    assertThat(first.isDone()).isFalse();
    assertThat(kafka.completeNext()).isTrue();
    first.get();
    assertThat(registry.meter("ingest.http.stored").getCount()).isOne();
  }

  @Test
  void bytesOnTheirWayAreBounded() throws Exception {
    Future<?> first = put(HALF_OF_THE_BOUND);
    Future<?> second = put(HALF_OF_THE_BOUND);
    underWay(2);
    assertThatThrownBy(() -> sender.put(reading(1))).isInstanceOf(NotStoredException.class);
    assertThat(registry.meter("ingest.http.refused.overloaded").getCount()).isOne();

    kafka.completeNext();
    kafka.completeNext();
    first.get();
    second.get();
    Future<?> next = put(HALF_OF_THE_BOUND);
    underWay(3);
    kafka.completeNext();
    next.get();
  }

  @Test
  void requestsThatWaitAreBounded() {
    List<Future<?>> waiting = List.of(put(1), put(1), put(1));
    underWay(waiting.size());
    assertThatThrownBy(() -> sender.put(reading(1))).isInstanceOf(NotStoredException.class);
    assertThat(registry.meter("ingest.http.refused.overloaded").getCount()).isOne();
  }

  @Test
  void whatKafkaRefusedIsNotStoredAndWeighsNothing() {
    Future<?> first = put(HALF_OF_THE_BOUND);
    underWay(1);
    kafka.errorNext(new KafkaException("no"));
    assertThatThrownBy(first::get).hasCauseInstanceOf(NotStoredException.class);
    assertThat(registry.getGauges().get("ingest.bytes-in-flight").getValue()).isEqualTo(0);
    assertThat(registry.meter("ingest.http.refused.unavailable").getCount()).isOne();
  }

  private Future<?> put(int bytes) {
    return requests.submit(
        () -> {
          sender.put(reading(bytes));
          return null;
        });
  }

  private void underWay(int records) {
    Awaitility.await().until(() -> kafka.history().size() == records);
  }

  private static RawReading reading(int bytes) {
    return new RawReading(9, "m", PayloadFormat.JSON, Via.HTTP, Instant.EPOCH, new byte[bytes]);
  }
}
