package org.kitstream.bridge;

import java.util.concurrent.CompletableFuture;
import org.kitstream.bridge.door.DoorExtension;
import org.kitstream.bridge.log.BridgeFailedException;
import org.kitstream.bridge.settings.BridgeEnvironment;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Runs one bridge as a process of its own, with settings from the environment (see {@link
 * BridgeEnvironment}), until it is told to stop or fails. Exit code 1: it did not start, or failed;
 * whoever watches it should start it again.
 */
public final class BridgeMain {

  private static final Logger LOGGER = LoggerFactory.getLogger(BridgeMain.class);

  private BridgeMain() {}

  /** Takes no arguments. */
  public static void main(String[] args) {
    DoorExtension.switchOn();
    try {
      MqttBridge bridge = MqttBridge.start(BridgeEnvironment.settings(System.getenv()));
      Runtime.getRuntime().addShutdownHook(new Thread(bridge::close, "bridge-stop"));
      CompletableFuture<Throwable> failure = bridge.failure().toCompletableFuture();
      LOGGER.error("the bridge failed", failure.join());
    } catch (IllegalArgumentException | BridgeFailedException e) {
      LOGGER.error("the bridge did not start", e);
    }
    System.exit(1);
  }
}
