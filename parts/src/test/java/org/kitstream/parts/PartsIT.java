package org.kitstream.parts;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.kitstream.contract.topic.Topic;
import org.kitstream.parts.PostgresServer.Durability;

class PartsIT {

  @TempDir private Path directory;

  @Test
  void kafkaKeepsItsRecordsOverARestart() throws Exception {
    int port;
    try (KafkaServer kafka = KafkaServer.start(directory, 0)) {
      port = kafka.port();
      kafka.createTopics(2);
      kafka.createTopics(2);
      try (var producer =
          new KafkaProducer<>(
              Map.<String, Object>of("bootstrap.servers", kafka.bootstrapServers()),
              new StringSerializer(),
              new StringSerializer())) {
        producer.send(new ProducerRecord<>(Topic.READINGS_RAW.topicName(), 1, "9", "hello")).get();
      }
    }
    try (KafkaServer kafka = KafkaServer.start(directory, port);
        var consumer =
            new KafkaConsumer<>(
                Map.<String, Object>of(
                    "bootstrap.servers",
                    kafka.bootstrapServers(),
                    ConsumerConfig.AUTO_OFFSET_RESET_CONFIG,
                    "earliest"),
                new StringDeserializer(),
                new StringDeserializer())) {
      consumer.assign(List.of(new TopicPartition(Topic.READINGS_RAW.topicName(), 1)));

      assertThat(consumer.poll(Duration.ofSeconds(20)))
          .singleElement()
          .satisfies(found -> assertThat(found.value()).isEqualTo("hello"));
    }
  }

  @Test
  void topicsKeepWhatTheContractSays() throws Exception {
    try (KafkaServer kafka = KafkaServer.start(directory, 0)) {
      kafka.createTopics(1);
      try (Admin admin = Admin.create(Map.of("bootstrap.servers", kafka.bootstrapServers()))) {
        var raw = new ConfigResource(ConfigResource.Type.TOPIC, "readings.raw");
        var latest = new ConfigResource(ConfigResource.Type.TOPIC, "devices.latest");
        var configs = admin.describeConfigs(List.of(raw, latest)).all().get();

        assertThat(configs.get(raw).get("retention.ms").value()).isEqualTo("2592000000");
        assertThat(configs.get(raw).get("message.timestamp.type").value())
            .isEqualTo("LogAppendTime");
        assertThat(configs.get(latest).get("cleanup.policy").value()).isEqualTo("compact");
      }
    }
  }

  @Test
  void postgresKeepsItsRowsOverARestart() throws Exception {
    try (PostgresServer postgres = PostgresServer.start(directory, 0, Durability.RELAXED);
        var connection = DriverManager.getConnection(postgres.jdbcUrl());
        var statement = connection.createStatement()) {
      statement.execute("CREATE TABLE kept AS SELECT 'Köln' AS city");
    }
    try (PostgresServer postgres = PostgresServer.start(directory, 0, Durability.STRICT);
        var connection = DriverManager.getConnection(postgres.jdbcUrl());
        var statement = connection.createStatement();
        var rows = statement.executeQuery("SELECT upper(city) FROM kept")) {
      assertThat(rows.next()).isTrue();
      assertThat(rows.getString(1)).isEqualTo("KÖLN");
    }
  }

  @Test
  void influxKeepsItsPointsOverARestart() throws Exception {
    try (InfluxServer influx = InfluxServer.start(directory, 0)) {
      assertThat(post(influx.url().resolve("/query?q=CREATE%20DATABASE%20kitstream"), ""))
          .isEqualTo(200);
      assertThat(post(influx.url().resolve("/write?db=kitstream&precision=ms"), "m v=1.5 1000"))
          .isEqualTo(204);
    }
    try (InfluxServer influx = InfluxServer.start(directory, 0)) {
      URI query = influx.url().resolve("/query?db=kitstream&epoch=ms&q=SELECT%20v%20FROM%20m");

      assertThat(
              HttpClient.newHttpClient()
                  .send(HttpRequest.newBuilder(query).build(), BodyHandlers.ofString())
                  .body())
          .contains("[1000,1.5]");
    }
  }

  @Test
  void aServerLeftOverFromAKilledLauncherIsReplaced() {
    InfluxServer leftOver = InfluxServer.start(directory, 0);
    try (InfluxServer influx = InfluxServer.start(directory, 0)) {
      assertThat(ProcessHandle.of(leftOver.pid()).map(ProcessHandle::isAlive).orElse(false))
          .isFalse();
      assertThat(influx.pid()).isNotEqualTo(leftOver.pid());
    }
  }

  private static int post(URI uri, String body) throws Exception {
    HttpRequest request =
        HttpRequest.newBuilder(uri).POST(HttpRequest.BodyPublishers.ofString(body)).build();
    return HttpClient.newHttpClient().send(request, BodyHandlers.discarding()).statusCode();
  }
}
