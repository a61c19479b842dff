package org.kitstream.bridge;

import com.hivemq.client.mqtt.MqttClient;
import com.hivemq.client.mqtt.MqttGlobalPublishFilter;
import com.hivemq.client.mqtt.datatypes.MqttQos;
import com.hivemq.client.mqtt.mqtt3.Mqtt3BlockingClient;
import com.hivemq.client.mqtt.mqtt3.message.publish.Mqtt3Publish;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;

/** A client that subscribes, and what it got. */
final class Subscriber implements AutoCloseable {

  /** A message as it came. */
  record Got(String topic, String text, boolean retained, MqttQos qos) {}

  private final Mqtt3BlockingClient client;
  private final List<Got> got = new CopyOnWriteArrayList<>();

  private Subscriber(Mqtt3BlockingClient client) {
    this.client = client;
    client.toAsync().publishes(MqttGlobalPublishFilter.ALL, this::take);
  }

  /** Connects; a clean session unless it has been given a name to come back to. */
  static Subscriber connect(int port, String clientId, @Nullable String userName) {
    return connect(port, clientId, userName, true);
  }

  static Subscriber connect(int port, String clientId, @Nullable String userName, boolean clean) {
    var listener =
        new Subscriber(
            MqttClient.builder()
                .useMqttVersion3()
                .identifier(clientId)
                .serverHost("127.0.0.1")
                .serverPort(port)
                .buildBlocking());
    var connect = listener.client.connectWith().cleanSession(clean);
    if (userName == null) {
      connect.send();
    } else {
      connect.simpleAuth().username(userName).applySimpleAuth().send();
    }
    return listener;
  }

  /** Returns once it is granted; throws if it is not. */
  Subscriber subscribe(String filter) {
    client.subscribeWith().topicFilter(filter).qos(MqttQos.AT_LEAST_ONCE).send();
    return this;
  }

  List<Got> got() {
    return got;
  }

  List<String> texts() {
    return got.stream().map(Got::text).toList();
  }

  boolean isConnected() {
    return client.getState().isConnected();
  }

  @Override
  public void close() {
    if (isConnected()) {
      client.disconnect();
    }
  }

  private void take(Mqtt3Publish message) {
    got.add(
        new Got(
            message.getTopic().toString(),
            new String(message.getPayloadAsBytes(), StandardCharsets.UTF_8),
            message.isRetain(),
            message.getQos()));
  }
}
