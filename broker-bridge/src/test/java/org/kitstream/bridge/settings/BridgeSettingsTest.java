package org.kitstream.bridge.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BridgeSettingsTest {

  @Test
  void hasDefaultsForAllButKafka() {
    BridgeSettings settings = BridgeSettings.of("kafka:9092");

    assertThat(settings.bootstrapServers()).isEqualTo("kafka:9092");
    assertThat(settings.listeners())
        .isEqualTo(new BridgeSettings.Listeners("127.0.0.1", 0, null, null));
    assertThat(settings.limits())
        .isEqualTo(new BridgeSettings.Limits(16_384, 33_554_432, 15_000, Duration.ofSeconds(10)));
    assertThat(settings.clientLimits())
        .isEqualTo(
            new ClientLimits(2_000, Duration.ofSeconds(10), Duration.ofHours(1), 8, 500, 32, 120));
    assertThat(settings.monitorPort()).isNull();
    assertThat(settings.access()).isEqualTo(new BridgeSettings.Access(true, false));
    assertThat(settings.bridgeId()).isNotEqualTo(BridgeSettings.of("kafka:9092").bridgeId());
  }

  @Test
  void readsEveryVariable() {
    BridgeSettings settings =
        BridgeEnvironment.settings(
            Map.ofEntries(
                Map.entry("KAFKA_BOOTSTRAP_SERVERS", "a:1,b:2"),
                Map.entry("BRIDGE_ID", "north"),
                Map.entry("MQTT_HOST", "0.0.0.0"),
                Map.entry("MQTT_PORT", "1884"),
                Map.entry("MQTT_WEBSOCKET_PORT", "8083"),
                Map.entry("MQTT_TLS_PORT", "8884"),
                Map.entry("MQTT_TLS_WEBSOCKET_PORT", "8885"),
                Map.entry("MQTT_TLS_CHECK_SECONDS", "60"),
                Map.entry("MQTT_MAX_CONNECTIONS_PER_ADDRESS", "3"),
                Map.entry("MQTT_CONNECT_SECONDS", "4"),
                Map.entry("MQTT_MAX_KEEP_ALIVE_SECONDS", "600"),
                Map.entry("MQTT_MAX_TOPIC_LEVELS", "6"),
                Map.entry("MQTT_DEVICE_MESSAGES_PER_SECOND", "9"),
                Map.entry("MQTT_MAX_SUBSCRIPTIONS", "2"),
                Map.entry("MQTT_STRANGER_EVENTS_PER_MINUTE", "11"),
                Map.entry("BRIDGE_MONITOR_PORT", "9090"),
                Map.entry("MQTT_TLS_CERTIFICATE", "cert.pem"),
                Map.entry("MQTT_TLS_KEY", "key.pem"),
                Map.entry("MQTT_MAX_PACKET_BYTES", "4096"),
                Map.entry("MQTT_BYTES_IN_FLIGHT", "65536"),
                Map.entry("MQTT_MAX_CONNECTIONS", "7"),
                Map.entry("KAFKA_TIMEOUT_SECONDS", "5"),
                Map.entry("MQTT_CLIENT_ID_IS_TOKEN", "false"),
                Map.entry("MQTT_CLIENT_ID_MUST_MATCH_TOPIC", "true")));

    assertThat(settings)
        .isEqualTo(
            new BridgeSettings(
                "a:1,b:2",
                "north",
                new BridgeSettings.Listeners(
                    "0.0.0.0",
                    1884,
                    8083,
                    new BridgeSettings.Tls(
                        8884,
                        8885,
                        Path.of("cert.pem"),
                        Path.of("key.pem"),
                        Duration.ofMinutes(1))),
                new BridgeSettings.Limits(4096, 65_536, 7, Duration.ofSeconds(5)),
                new ClientLimits(3, Duration.ofSeconds(4), Duration.ofMinutes(10), 6, 9, 2, 11),
                new BridgeSettings.Access(false, true),
                9_090));
  }

  @Test
  void listensOnTheUsualPortUnlessToldOtherwise() {
    var settings = BridgeEnvironment.settings(Map.of("KAFKA_BOOTSTRAP_SERVERS", "a:1"));

    assertThat(settings.listeners().port()).isEqualTo(1883);
  }

  @ParameterizedTest
  @CsvSource({
    "KAFKA_BOOTSTRAP_SERVERS, ' ', KAFKA_BOOTSTRAP_SERVERS",
    "BRIDGE_ID, a b, bridgeId",
    "MQTT_PORT, 70000, port",
    "MQTT_PORT, many, MQTT_PORT",
    "MQTT_WEBSOCKET_PORT, -1, webSocketPort",
    "MQTT_TLS_CERTIFICATE, cert.pem, MQTT_TLS_KEY",
    "MQTT_MAX_PACKET_BYTES, 127, maxPacketBytes",
    "MQTT_MAX_PACKET_BYTES, 1048577, maxPacketBytes",
    "MQTT_BYTES_IN_FLIGHT, 65535, bytesInFlight",
    "MQTT_BYTES_IN_FLIGHT, 1073741825, bytesInFlight",
    "MQTT_MAX_CONNECTIONS, 0, maxConnections",
    "KAFKA_TIMEOUT_SECONDS, 0, kafkaTimeout",
    "KAFKA_TIMEOUT_SECONDS, 121, kafkaTimeout",
    "MQTT_MAX_CONNECTIONS_PER_ADDRESS, 0, connectionsPerAddress",
    "MQTT_CONNECT_SECONDS, 121, connectPatience",
    "MQTT_MAX_KEEP_ALIVE_SECONDS, 9, keepAlive",
    "MQTT_MAX_KEEP_ALIVE_SECONDS, 64801, keepAlive",
    "MQTT_MAX_TOPIC_LEVELS, 5, topicLevels",
    "MQTT_DEVICE_MESSAGES_PER_SECOND, 0, messagesPerSecond",
    "MQTT_MAX_SUBSCRIPTIONS, 0, subscriptions",
    "MQTT_STRANGER_EVENTS_PER_MINUTE, 0, strangerEventsPerMinute",
    "BRIDGE_MONITOR_PORT, 65536, monitorPort",
    "MQTT_CLIENT_ID_IS_TOKEN, yes, MQTT_CLIENT_ID_IS_TOKEN",
  })
  void namesTheValueThatIsWrong(String variable, String value, String named) {
    Map<String, String> variables = new HashMap<>(Map.of("KAFKA_BOOTSTRAP_SERVERS", "a:1"));
    variables.put(variable, value);

    assertThatIllegalArgumentException()
        .isThrownBy(() -> BridgeEnvironment.settings(variables))
        .withMessageStartingWith(named + " ");
  }
}
