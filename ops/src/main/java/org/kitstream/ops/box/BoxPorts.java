package org.kitstream.ops.box;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;

/**
 * The TCP ports of a box. Each is a setting of the environment; see {@link #SETTINGS}.
 *
 * @param http the REST API
 * @param admin health and metrics
 * @param legacy the port for SCK 1.x
 * @param mqtt the kits' door
 * @param mqttWebSocket the same over WebSocket
 * @param flink the REST API and pages of Flink
 */
public record BoxPorts(
    int http,
    int admin,
    int legacy,
    int mqtt,
    int mqttWebSocket,
    int flink,
    int influx,
    int kafka,
    int postgres) {

  private static final Map<String, Integer> SETTINGS = new LinkedHashMap<>();

  static {
    SETTINGS.put("KITSTREAM_HTTP_PORT", 8080);
    SETTINGS.put("KITSTREAM_ADMIN_PORT", 8081);
    SETTINGS.put("KITSTREAM_LEGACY_PORT", 8082);
    SETTINGS.put("KITSTREAM_MQTT_PORT", 1883);
    SETTINGS.put("KITSTREAM_MQTT_WS_PORT", 8083);
    SETTINGS.put("KITSTREAM_FLINK_PORT", 8084);
    SETTINGS.put("KITSTREAM_INFLUX_PORT", 8086);
    SETTINGS.put("KITSTREAM_KAFKA_PORT", 9092);
    SETTINGS.put("KITSTREAM_POSTGRES_PORT", 5433);
  }

  static BoxPorts from(Environment environment) {
    return new BoxPorts(
        port(environment, "KITSTREAM_HTTP_PORT"),
        port(environment, "KITSTREAM_ADMIN_PORT"),
        port(environment, "KITSTREAM_LEGACY_PORT"),
        port(environment, "KITSTREAM_MQTT_PORT"),
        port(environment, "KITSTREAM_MQTT_WS_PORT"),
        port(environment, "KITSTREAM_FLINK_PORT"),
        port(environment, "KITSTREAM_INFLUX_PORT"),
        port(environment, "KITSTREAM_KAFKA_PORT"),
        port(environment, "KITSTREAM_POSTGRES_PORT"));
  }

  /** Every port under the name of its setting. */
  Map<String, Integer> bySetting() {
    Map<String, Integer> named = new LinkedHashMap<>();
    int[] ports = {http, admin, legacy, mqtt, mqttWebSocket, flink, influx, kafka, postgres};
    int next = 0;
    for (String setting : SETTINGS.keySet()) {
      named.put(setting, ports[next++]);
    }
    return named;
  }

  private static int port(Environment environment, String setting) {
    int fallback = Objects.requireNonNull(SETTINGS.get(setting), setting);
    return environment.integer(setting, fallback, 1, 65_535);
  }
}
