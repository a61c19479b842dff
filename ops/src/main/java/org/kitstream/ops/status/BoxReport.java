package org.kitstream.ops.status;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.kitstream.ops.box.BoxPorts;
import org.kitstream.ops.box.RunningBox;

/**
 * How a running box is.
 *
 * @param memory resident bytes by process
 */
record BoxReport(
    @JsonProperty("running") boolean running,
    @JsonProperty("pid") long pid,
    @JsonProperty("parts") List<Part> parts,
    @JsonProperty("memory") Map<String, Long> memory) {

  private static final Duration ANSWER_WITHIN = Duration.ofSeconds(5);

  /**
   * One part of the box.
   *
   * @param well whether it answers
   * @param at where it does
   */
  record Part(
      @JsonProperty("name") String name,
      @JsonProperty("well") boolean well,
      @JsonProperty("at") String at) {}

  static BoxReport of(RunningBox box, Path dataDirectory) throws InterruptedException {
    return new BoxReport(true, box.pid(), parts(box), memory(box, dataDirectory));
  }

  @JsonProperty("well")
  boolean isWell() {
    return parts.stream().allMatch(Part::well);
  }

  @JsonProperty("total_bytes")
  long totalBytes() {
    return memory.values().stream().mapToLong(Long::longValue).sum();
  }

  private static List<Part> parts(RunningBox box) throws InterruptedException {
    BoxPorts ports = box.ports();
    List<Part> parts = new ArrayList<>();
    parts.add(overHttp("REST API", "http://127.0.0.1:" + ports.http() + "/health"));
    parts.add(overHttp("Flink jobs", "http://127.0.0.1:" + ports.flink() + "/jobs/overview"));
    parts.add(overHttp("InfluxDB", box.influx() + "/ping"));
    parts.add(overTcp("MQTT", ports.mqtt()));
    parts.add(overTcp("Kafka", ports.kafka()));
    parts.add(overTcp("PostgreSQL", ports.postgres()));
    return parts;
  }

  private static Part overHttp(String name, String url) throws InterruptedException {
    HttpRequest request = HttpRequest.newBuilder(URI.create(url)).timeout(ANSWER_WITHIN).build();
    try {
      HttpResponse<String> answer =
          HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofString());
      boolean well = answer.statusCode() < 300 && !answer.body().contains("\"state\":\"FAIL");
      return new Part(name, well, url);
    } catch (IOException e) {
      return new Part(name, false, url);
    }
  }

  private static Part overTcp(String name, int port) {
    try (var socket = new Socket()) {
      socket.connect(
          new InetSocketAddress(InetAddress.getLoopbackAddress(), port),
          Math.toIntExact(ANSWER_WITHIN.toMillis()));
      return new Part(name, true, "127.0.0.1:" + port);
    } catch (IOException e) {
      return new Part(name, false, "127.0.0.1:" + port);
    }
  }

  private static Map<String, Long> memory(RunningBox box, Path dataDirectory) {
    Map<String, Long> memory = new LinkedHashMap<>();
    memory.put("Kitstream, Kafka, Flink", ProcessMemory.ofProcess(box.pid()));
    addChild(memory, "PostgreSQL", dataDirectory.resolve("postgres/postmaster.pid"));
    addChild(memory, "InfluxDB", dataDirectory.resolve("influx/influxd.pid"));
    return memory;
  }

  private static void addChild(Map<String, Long> memory, String name, Path pidFile) {
    try {
      long pid = Long.parseLong(Files.readAllLines(pidFile).get(0).strip());
      memory.put(name, ProcessMemory.ofFamily(pid));
    } catch (IOException e) {
      // Not a process of this box: an InfluxDB elsewhere, for one.
    }
  }
}
