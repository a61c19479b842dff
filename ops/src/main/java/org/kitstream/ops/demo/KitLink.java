package org.kitstream.ops.demo;

import com.hivemq.client.mqtt.MqttClient;
import com.hivemq.client.mqtt.datatypes.MqttQos;
import com.hivemq.client.mqtt.mqtt3.Mqtt3AsyncClient;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/**
 * A kit's connection to the broker, as firmware makes it: the client id is the token, nothing else
 * proves who it is. Connects again by itself.
 */
final class KitLink implements AutoCloseable {

  private static final int KEEP_ALIVE_SECONDS = 120;

  private final Mqtt3AsyncClient client;

  private KitLink(Mqtt3AsyncClient client) {
    this.client = client;
  }

  /** Connects to a broker on this machine. */
  static KitLink connect(String token, int port) {
    Mqtt3AsyncClient client =
        MqttClient.builder()
            .useMqttVersion3()
            .identifier(token)
            .serverHost("127.0.0.1")
            .serverPort(port)
            .automaticReconnectWithDefaultConfig()
            .buildAsync();
    client.connectWith().cleanSession(true).keepAlive(KEEP_ALIVE_SECONDS).send().join();
    return new KitLink(client);
  }

  /** Sends a payload with QoS 1; done when the broker has acknowledged it. */
  CompletableFuture<Void> publish(String topic, byte[] payload) {
    return client
        .publishWith()
        .topic(topic)
        .qos(MqttQos.AT_LEAST_ONCE)
        .payload(payload)
        .send()
        .thenAccept(sent -> {});
  }

  @Override
  public void close() {
    client.disconnect().orTimeout(5, TimeUnit.SECONDS).exceptionally(e -> null).join();
  }
}
