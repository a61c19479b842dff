package org.kitstream.bridge;

import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/** A bridge as a process of its own, which a test can kill. */
final class BridgeProcess implements AutoCloseable {

  private final Path directory;
  private final Map<String, String> settings;
  private final int port;
  private Process process;

  private BridgeProcess(Path directory, Map<String, String> settings) throws IOException {
    this.directory = directory;
    this.settings = settings;
    this.port = Integer.parseInt(settings.getOrDefault("MQTT_PORT", "1883"));
    this.process = launch();
  }

  /**
   * Starts one and returns when it listens.
   *
   * @param settings its environment
   */
  static BridgeProcess start(Path directory, Map<String, String> settings) throws IOException {
    BridgeProcess started = new BridgeProcess(directory, settings);
    started.awaitListening();
    return started;
  }

  /** Kills it as by {@code kill -9}, and starts another in its place. */
  void killAndStartAgain() throws IOException {
    kill();
    process = launch();
    awaitListening();
  }

  @Override
  public void close() {
    kill();
  }

  private void kill() {
    process.destroyForcibly().onExit().join();
  }

  private Process launch() throws IOException {
    var builder =
        new ProcessBuilder(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx256m",
                "-cp",
                System.getProperty("java.class.path"),
                BridgeMain.class.getName()));
    builder.environment().putAll(settings);
    Path log = directory.resolve("bridge.log");
    return builder
        .redirectErrorStream(true)
        .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()))
        .start();
  }

  private void awaitListening() {
    await().atMost(Duration.ofSeconds(60)).until(this::listens);
  }

  private boolean listens() {
    if (!process.isAlive()) {
      throw new AssertionError("the bridge ended: " + directory.resolve("bridge.log"));
    }
    try (Socket probe = new Socket(InetAddress.getLoopbackAddress(), port)) {
      return probe.isConnected();
    } catch (IOException e) {
      return false;
    }
  }
}
