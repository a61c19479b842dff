package org.kitstream.bridge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.netty.handler.codec.mqtt.MqttMessage;
import io.netty.handler.codec.mqtt.MqttMessageType;
import io.netty.handler.codec.mqtt.MqttQoS;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.kitstream.bridge.metrics.BridgeCounters;
import org.kitstream.bridge.settings.BridgeSettings;
import org.kitstream.contract.topic.Topic;
import org.kitstream.parts.KafkaServer;

/** What kits see while Kafka is away. Each test has a Kafka of its own to stop. */
class KafkaOutageIT {

  private static final String TOKEN = "bb0001";

  @TempDir Path data;
  private KafkaServer kafka;

  @BeforeEach
  void startKafka() {
    kafka = KafkaServer.start(data, 0);
    kafka.createTopics(1);
    try (Kits kits = new Kits(kafka.bootstrapServers())) {
      kits.register(1, TOKEN);
    }
  }

  @AfterEach
  void stopKafka() {
    kafka.close();
  }

  @Test
  void acknowledgesNothingWhileKafkaIsAwayAndEverythingOnceItIsBack() throws IOException {
    try (MqttBridge bridge = bridge(Duration.ofSeconds(60), 32 << 20);
        RawClient client = RawClient.connected(bridge.port(), TOKEN)) {
      client.send(reading(1));
      client.expect(MqttMessageType.PUBACK, 1);
      int port = kafka.port();
      kafka.close();

      client.send(reading(2), reading(3));
      assertThat(client.next(Duration.ofSeconds(3))).as("answer without Kafka").isEmpty();

      kafka = KafkaServer.start(data, port);
      client.expect(MqttMessageType.PUBACK, 2);
      client.expect(MqttMessageType.PUBACK, 3);
      assertThat(payloads()).containsExactly("1", "2", "3");
    }
  }

  @Test
  void hangsUpWhenKafkaDoesNotAnswerInTime() throws IOException {
    try (MqttBridge bridge = bridge(Duration.ofSeconds(2), 32 << 20);
        RawClient client = RawClient.connected(bridge.port(), TOKEN)) {
      kafka.close();

      client.send(reading(1));

      assertThat(client.isHungUpWithin(Duration.ofSeconds(5))).isTrue();
      await()
          .untilAsserted(
              () ->
                  assertThat(bridge.counters().acknowledged())
                      .isEqualTo(new BridgeCounters.Flow(1, 0, 0, 1)));
      assertThat(bridge.bytesInFlight()).isZero();
    }
  }

  @Test
  void stopsReadingWhenTooMuchIsInFlightAndLosesNothingOfIt() throws Exception {
    int messages = 3_000;
    try (MqttBridge bridge = bridge(Duration.ofSeconds(60), 64 * 1024);
        RawClient client = RawClient.connected(bridge.port(), TOKEN)) {
      client.send(reading(1));
      client.expect(MqttMessageType.PUBACK, 1);
      int port = kafka.port();
      kafka.close();

      client.send(
          IntStream.rangeClosed(2, messages)
              .mapToObj(KafkaOutageIT::reading)
              .toArray(MqttMessage[]::new));
      await()
          .during(Duration.ofSeconds(2))
          .atMost(Duration.ofSeconds(10))
          .until(() -> bridge.bytesInFlight() <= 64 * 1024);
      assertThat(bridge.counters().acknowledged().received()).isLessThan(messages);

      kafka = KafkaServer.start(data, port);
      for (int id = 2; id <= messages; id++) {
        client.expect(MqttMessageType.PUBACK, id);
      }
      assertThat(payloads())
          .containsExactlyElementsOf(
              IntStream.rangeClosed(1, messages).mapToObj(String::valueOf).toList());
    }
  }

  @Test
  void settlesWhatWasInFlightWhenItsConnectionEnded() throws IOException {
    try (MqttBridge bridge = bridge(Duration.ofSeconds(60), 32 << 20)) {
      int port = kafka.port();
      try (RawClient client = RawClient.connected(bridge.port(), TOKEN)) {
        client.send(reading(1));
        client.expect(MqttMessageType.PUBACK, 1);
        kafka.close();
        client.send(reading(2));
        assertThat(client.next(Duration.ofMillis(500))).as("answer without Kafka").isEmpty();
      }
      await().until(() -> bridge.liveSessions() == 0);
      assertThat(bridge.bytesInFlight()).isPositive();

      kafka = KafkaServer.start(data, port);

      await()
          .atMost(Duration.ofSeconds(20))
          .untilAsserted(
              () ->
                  assertThat(bridge.counters().acknowledged())
                      .isEqualTo(new BridgeCounters.Flow(2, 2, 0, 0)));
      assertThat(bridge.bytesInFlight()).isZero();
    }
  }

  private MqttBridge bridge(Duration kafkaTimeout, long bytesInFlight) {
    return MqttBridge.start(
        BridgeSettings.of(kafka.bootstrapServers())
            .withLimits(new BridgeSettings.Limits(16 * 1024, bytesInFlight, 100, kafkaTimeout)));
  }

  private List<String> payloads() {
    try (Kits kits = new Kits(kafka.bootstrapServers())) {
      return kits.payloads(Topic.READINGS_RAW, "1");
    }
  }

  private static MqttMessage reading(int number) {
    return RawClient.publish(
        MqttQoS.AT_LEAST_ONCE,
        number,
        "device/sck/" + TOKEN + "/readings/raw",
        String.valueOf(number));
  }
}
