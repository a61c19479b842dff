package org.kitstream.ops.box;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;
import org.kitstream.parts.Ports;

/** A box in a process of its own, which can be killed. */
final class BoxProcess implements AutoCloseable {

  private static final Duration READY_WITHIN = Duration.ofMinutes(3);

  private final Process process;
  private final Path data;
  private final Path output;
  private final Map<String, String> ports;

  private BoxProcess(Process process, Path data, Path output, Map<String, String> ports) {
    this.process = process;
    this.data = data;
    this.output = output;
    this.ports = ports;
  }

  /** Free ports under the names of their settings. */
  static Map<String, String> freePorts() {
    Map<String, String> ports = new HashMap<>();
    new BoxPorts(0, 0, 0, 0, 0, 0, 0, 0, 0)
        .bySetting()
        .keySet()
        .forEach(setting -> ports.put(setting, Integer.toString(Ports.free())));
    return ports;
  }

  /** Starts a box, which need not become ready. */
  static BoxProcess launch(Path data, Map<String, String> ports) {
    try {
      Files.createDirectories(data);
      Path output = data.resolveSibling(data.getFileName() + "-output.txt");
      List<String> command = new ArrayList<>();
      command.add(ProcessHandle.current().info().command().orElse("java"));
      command.addAll(List.of("-Xmx1g", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1"));
      command.addAll(ownAddOpens());
      command.addAll(List.of("-cp", System.getProperty("java.class.path")));
      command.addAll(List.of("org.kitstream.ops.Main", "up", "--data", data.toString()));
      ProcessBuilder builder =
          new ProcessBuilder(command)
              .redirectErrorStream(true)
              .redirectOutput(ProcessBuilder.Redirect.appendTo(output.toFile()));
      builder.environment().putAll(ports);
      builder.environment().put("KITSTREAM_RATE_LIMIT", "0"); // tests poll more often than people
      return new BoxProcess(builder.start(), data, output, ports);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Flink reads the JDK's internals in the box as in these tests. */
  private static List<String> ownAddOpens() {
    return ManagementFactory.getRuntimeMXBean().getInputArguments().stream()
        .filter(argument -> argument.startsWith("--add-opens"))
        .toList();
  }

  BoxProcess awaitReady() {
    Awaitility.await()
        .atMost(READY_WITHIN)
        .pollInterval(Duration.ofMillis(100))
        .until(() -> isReady() || !process.isAlive());
    assertThat(isReady()).as(this::output).isTrue();
    return this;
  }

  /** SIGKILL; what it had started itself lives on. */
  void kill() {
    process.destroyForcibly();
    assertThat(process.onExit().orTimeout(30, TimeUnit.SECONDS).join().isAlive()).isFalse();
  }

  /** SIGTERM, as Ctrl-C or {@code ops/down} would; waits for the end. */
  @Override
  public void close() {
    process.destroy();
    process.onExit().orTimeout(90, TimeUnit.SECONDS).join();
  }

  int exitCode() {
    return process.onExit().orTimeout(3, TimeUnit.MINUTES).join().exitValue();
  }

  String output() {
    try {
      return Files.readString(output);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  int port(String setting) {
    return Integer.parseInt(ports.get(setting));
  }

  String httpUrl(String portSetting) {
    return "http://127.0.0.1:" + port(portSetting);
  }

  private boolean isReady() {
    return RunningBox.on(data).filter(box -> box.pid() == process.pid()).isPresent();
  }
}
