package org.kitstream.ops.load;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.kitstream.bridge.BridgeMain;

/** A server under load. */
record ServerProcess(ProcessHandle process, InetSocketAddress door) {

  private static final long ASK_AGAIN_MS = 50;

  /**
   * Starts a bridge as a process of its own; its log goes to the directory.
   *
   * @param settings its environment beside this process's own
   */
  static ServerProcess startBridge(
      Path directory, List<String> javaOptions, Map<String, String> settings, int port)
      throws IOException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(javaOptions);
    command.addAll(List.of("-cp", System.getProperty("java.class.path")));
    command.add(BridgeMain.class.getName());
    var builder = new ProcessBuilder(command);
    builder.environment().putAll(settings);
    builder.environment().put("MQTT_PORT", String.valueOf(port));
    builder.redirectErrorStream(true).redirectOutput(directory.resolve("bridge.log").toFile());
    return new ServerProcess(builder.start().toHandle(), here(port));
  }

  /** A port of this machine. */
  static InetSocketAddress here(int port) {
    return new InetSocketAddress(InetAddress.getLoopbackAddress(), port);
  }

  /**
   * Returns when it takes connections.
   *
   * @throws IllegalStateException if it does not in that time, or has ended
   */
  void awaitListening(Duration patience) throws InterruptedException {
    long end = System.nanoTime() + patience.toNanos();
    while (!listens()) {
      if (!process.isAlive() || System.nanoTime() > end) {
        throw new IllegalStateException("nothing listens at " + door);
      }
      Thread.sleep(ASK_AGAIN_MS);
    }
  }

  /** Ends it at once, as by {@code kill -9}. */
  void kill() {
    process.destroyForcibly();
    process.onExit().join();
  }

  /** Lets it end in order. */
  void stop() {
    process.destroy();
    process.onExit().join();
  }

  private boolean listens() {
    try (Socket probe = new Socket(door.getAddress(), door.getPort())) {
      return probe.isConnected();
    } catch (IOException e) {
      return false;
    }
  }
}
