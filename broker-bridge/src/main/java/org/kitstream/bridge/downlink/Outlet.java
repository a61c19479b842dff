package org.kitstream.bridge.downlink;

import io.netty.handler.codec.mqtt.MqttQoS;
import java.util.concurrent.CompletableFuture;

/** Publishes to those clients of this bridge that have subscribed. */
@FunctionalInterface
public interface Outlet {

  /**
   * Hands a message to the broker without waiting for any client. Safe for use by any thread.
   *
   * @return completes when the broker has tried to send it; true: to all who have subscribed
   */
  CompletableFuture<Boolean> publish(String topic, byte[] payload, MqttQoS qos);
}
