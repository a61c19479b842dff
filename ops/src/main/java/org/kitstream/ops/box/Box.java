package org.kitstream.ops.box;

import java.io.IOException;
import java.net.URI;
import java.util.HashMap;
import java.util.Map;
import org.kitstream.api.RunningApi;
import org.kitstream.bridge.MqttBridge;
import org.kitstream.bridge.settings.BridgeEnvironment;
import org.kitstream.bridge.settings.BridgeSettings;
import org.kitstream.jobs.calibration.CalibrationJob;
import org.kitstream.jobs.environment.JobSettings;
import org.kitstream.jobs.history.HistoryJob;
import org.kitstream.jobs.history.HistorySettings;
import org.kitstream.jobs.history.InfluxSettings;
import org.kitstream.jobs.status.StatusJob;
import org.kitstream.ops.demo.DemoFleet;
import org.kitstream.parts.InfluxBinary;
import org.kitstream.parts.InfluxServer;
import org.kitstream.parts.KafkaServer;
import org.kitstream.parts.Ports;
import org.kitstream.parts.PostgresServer;
import org.kitstream.parts.PostgresServer.Durability;

/**
 * The whole platform on this machine. Parts start in the order in which they need each other, the
 * kits' door last, so that nothing is acknowledged before it can be stored; they stop in the
 * reverse.
 */
final class Box implements AutoCloseable {

  private static final int JOBS = 3;

  private final BoxSettings settings;
  private final DataDirectory data;
  private final PartsInOrder parts;

  private Box(BoxSettings settings, DataDirectory data, Progress progress) {
    this.settings = settings;
    this.data = data;
    this.parts = new PartsInOrder(progress);
  }

  /**
   * Starts everything and returns when every part is ready. Whatever was started is stopped again
   * when a later part fails.
   *
   * @param demo also lets simulated kits publish
   * @throws BoxException or PartFailedException with one sentence for a person
   */
  static Box start(BoxSettings settings, boolean demo, Progress progress) throws Exception {
    var box = new Box(settings, DataDirectory.open(settings.dataDirectory()), progress);
    try {
      box.stopWhatAKilledBoxLeft();
      box.refuseTakenPorts();
      box.startParts(demo);
      return box;
    } catch (Exception e) {
      box.close();
      throw e;
    }
  }

  /** Stops everything, in order. */
  @Override
  public void close() throws IOException {
    RunningBox.forget(settings.dataDirectory());
    parts.close();
    data.close();
  }

  /** The addresses, and two commands to try. */
  String welcome() {
    return Welcome.to(settings, data.resolve("admin-password"));
  }

  private void startParts(boolean demo) throws Exception {
    BoxPorts ports = settings.ports();
    PostgresServer postgres =
        parts.start(
            "PostgreSQL",
            () ->
                PostgresServer.start(
                    data.resolve("postgres"), ports.postgres(), Durability.STRICT));
    URI influx = startInflux();
    KafkaServer kafka = parts.start("Kafka", this::startKafka);
    parts.start("REST API", () -> RunningApi.start(apiSettings(postgres, kafka, influx)));
    startJobs(kafka, influx);
    parts.start("MQTT", () -> MqttBridge.start(bridgeSettings(kafka)));
    if (demo) {
      parts.start("simulated kits", this::startDemo);
    }
    new RunningBox(ProcessHandle.current().pid(), ports, influx.toString())
        .writeTo(settings.dataDirectory());
  }

  private URI startInflux() throws Exception {
    if (settings.influxUrl().isPresent()) {
      return settings.influxUrl().get();
    }
    return parts
        .start(
            "InfluxDB",
            () ->
                InfluxServer.start(
                    data.resolve("influx"),
                    settings.ports().influx(),
                    InfluxBinary.find(data.resolve("tools"))))
        .url();
  }

  /** What the environment says of the api holds; addresses and secrets are the box's to say. */
  private Map<String, String> apiSettings(PostgresServer postgres, KafkaServer kafka, URI influx) {
    BoxPorts ports = settings.ports();
    Map<String, String> api = new HashMap<>();
    api.put("KITSTREAM_MAIL_DIRECTORY", data.resolve("mail").toString());
    api.putAll(settings.variables());
    api.put("KITSTREAM_HTTP_HOST", settings.host());
    api.put("KITSTREAM_HTTP_PORT", Integer.toString(ports.http()));
    api.put("KITSTREAM_LEGACY_HOST", settings.host());
    api.put("KITSTREAM_LEGACY_PORT", Integer.toString(ports.legacy()));
    api.put("KITSTREAM_ADMIN_PORT", Integer.toString(ports.admin()));
    api.put("KITSTREAM_DATABASE_URL", postgres.jdbcUrl());
    api.put("KITSTREAM_DATABASE_USER", postgres.user());
    api.put("KITSTREAM_KAFKA", kafka.bootstrapServers());
    api.put("KITSTREAM_INFLUXDB_URLS", influx.toString());
    api.put("KITSTREAM_TOKEN_SECRET", data.secret("token-secret", null));
    api.put(
        "KITSTREAM_ADMIN_PASSWORD",
        data.secret("admin-password", settings.adminPassword().orElse(null)));
    return api;
  }

  private KafkaServer startKafka() {
    KafkaServer kafka = KafkaServer.start(data.resolve("kafka"), settings.ports().kafka());
    kafka.createTopics(settings.partitions());
    return kafka;
  }

  private void startJobs(KafkaServer kafka, URI influx) throws Exception {
    FlinkHost flink =
        parts.start(
            "Flink", () -> FlinkHost.start(settings, data.resolve("flink/checkpoints"), JOBS));
    var jobs = new JobSettings(kafka.bootstrapServers(), settings.checkpointEvery());
    var history =
        new HistorySettings(jobs, HistorySettings.ONLY_REPLICA, InfluxSettings.of(influx));
    parts.start(
        "calibration job",
        () -> flink.run(CalibrationJob.NAME, env -> CalibrationJob.wire(env, jobs)));
    parts.start("status job", () -> flink.run(StatusJob.NAME, env -> StatusJob.wire(env, jobs)));
    parts.start(
        "history job", () -> flink.run(HistoryJob.NAME, env -> HistoryJob.wire(env, history)));
  }

  /** Every setting of the bridge holds in a box too, but for where things are. */
  private BridgeSettings bridgeSettings(KafkaServer kafka) {
    Map<String, String> variables = new HashMap<>(settings.variables());
    variables.put("KAFKA_BOOTSTRAP_SERVERS", kafka.bootstrapServers());
    variables.put("MQTT_HOST", settings.host());
    variables.put("MQTT_PORT", String.valueOf(settings.ports().mqtt()));
    variables.put("MQTT_WEBSOCKET_PORT", String.valueOf(settings.ports().mqttWebSocket()));
    return BridgeEnvironment.settings(variables);
  }

  private DemoFleet startDemo() throws Exception {
    return DemoFleet.start(
        URI.create("http://127.0.0.1:" + settings.ports().http()),
        settings.ports().mqtt(),
        data.resolve("demo"),
        data.secret("demo-password", null));
  }

  /** Child processes outlive a box that is killed, and hold its ports. */
  private void stopWhatAKilledBoxLeft() {
    PostgresServer.stopLeftOver(data.resolve("postgres"));
    InfluxServer.stopLeftOver(data.resolve("influx"));
  }

  private void refuseTakenPorts() {
    for (Map.Entry<String, Integer> named : settings.ports().bySetting().entrySet()) {
      boolean ours = settings.influxUrl().isPresent() && named.getKey().contains("INFLUX");
      if (!ours && !Ports.isFree(settings.host(), named.getValue())) {
        throw new BoxException(
            "Something else listens on port %d already; stop it, or set %s to another port."
                .formatted(named.getValue(), named.getKey()));
      }
    }
  }
}
