package org.kitstream.ops.load;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.kitstream.bridge.BridgeMain;

/** A server under load, and the CPU it has used. */
record ServerProcess(ProcessHandle process, InetSocketAddress door) {

  /** Starts a bridge as a process of its own; its log goes to the directory. */
  static ServerProcess startBridge(Path directory, Map<String, String> settings, int port)
      throws IOException {
    var builder =
        new ProcessBuilder(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx1g",
                "-cp",
                System.getProperty("java.class.path"),
                BridgeMain.class.getName()));
    builder.environment().putAll(settings);
    builder.environment().put("MQTT_PORT", String.valueOf(port));
    builder.redirectErrorStream(true).redirectOutput(directory.resolve("bridge.log").toFile());
    return new ServerProcess(
        builder.start().toHandle(), new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
  }

  /** CPU time used so far, by all its threads. */
  Duration cpu() {
    return process.info().totalCpuDuration().orElse(Duration.ZERO);
  }
}
