package org.kitstream.bridge;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.awaitility.Awaitility.await;

import com.hivemq.client.mqtt.datatypes.MqttQos;
import com.hivemq.client.mqtt.mqtt3.Mqtt3BlockingClient;
import io.netty.handler.codec.mqtt.MqttMessage;
import io.netty.handler.codec.mqtt.MqttMessageType;
import io.netty.handler.codec.mqtt.MqttQoS;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.kitstream.bridge.settings.BridgeSettings;
import org.kitstream.contract.reading.PayloadFormat;
import org.kitstream.contract.topic.RawHeader;
import org.kitstream.contract.topic.Topic;

@ParameterizedClass
@EnumSource(Listener.class)
class ForwardingIT {

  private static final Kits KITS = SharedKafka.KITS;
  private static MqttBridge bridge;

  @Parameter Listener listener;

  @BeforeAll
  static void open() {
    bridge =
        MqttBridge.start(
            BridgeSettings.of(SharedKafka.SERVER.bootstrapServers()).withListeners(Doors.all()));
  }

  @AfterAll
  static void close() {
    bridge.close();
  }

  @Test
  void storesTheShortFormatByteForByteWithItsHeaders() {
    long device = kit("aa0001");
    byte[] payload = {'{', 't', ':', (byte) 0xFF, 0, '\n', '}'};
    long before = System.currentTimeMillis();

    Mqtt3BlockingClient client = connect("aa0001");
    client
        .publishWith()
        .topic("device/sck/aa0001/readings/raw")
        .qos(MqttQos.AT_LEAST_ONCE)
        .payload(payload)
        .send();
    client.disconnect();

    var stored = KITS.records(Topic.READINGS_RAW, String.valueOf(device));
    assertThat(stored).hasSize(1);
    assertThat(stored.get(0).value()).isEqualTo(payload);
    assertThat(Kits.header(stored.get(0), RawHeader.FORMAT)).isEqualTo("short");
    assertThat(Kits.header(stored.get(0), RawHeader.VIA)).isEqualTo("mqtt");
    assertThat(Long.parseLong(Kits.header(stored.get(0), RawHeader.RECEIVED_AT)))
        .isBetween(before, System.currentTimeMillis());
    assertThat(Kits.header(stored.get(0), RawHeader.MESSAGE_ID)).isNotBlank();
  }

  @Test
  void storesJsonOverTheBridgedPrefix() {
    long device = kit("aa0002");

    Mqtt3BlockingClient client = connect("aa0002");
    publish(client, "bridge/device/sck/aa0002/readings", MqttQos.EXACTLY_ONCE, "{\"data\":[]}");
    client.disconnect();

    var stored = KITS.records(Topic.READINGS_RAW, String.valueOf(device));
    assertThat(stored).hasSize(1);
    assertThat(Kits.header(stored.get(0), RawHeader.FORMAT)).isEqualTo("json");
  }

  @Test
  void storesWhatComesWithQos0() {
    long device = kit("aa0003");

    Mqtt3BlockingClient client = connect("aa0003");
    publish(client, "device/sck/aa0003/readings/raw", MqttQos.AT_MOST_ONCE, "{}");

    await()
        .untilAsserted(
            () ->
                assertThat(KITS.payloads(Topic.READINGS_RAW, String.valueOf(device)))
                    .containsExactly("{}"));
    client.disconnect();
  }

  @Test
  void storesHelloAndInfoOfAKitThatNobodyHasRegisteredYet() {
    String token = "aa0004" + listener;

    Mqtt3BlockingClient client = connect(token);
    publish(client, "device/sck/" + token + "/hello", MqttQos.AT_LEAST_ONCE, "Hello");
    publish(client, "device/sck/" + token + "/info", MqttQos.AT_LEAST_ONCE, "{\"hw_ver\":\"2.1\"}");
    client.disconnect();

    assertThat(KITS.records(Topic.DEVICES_EVENTS, token))
        .extracting(found -> Kits.header(found, "kind"), found -> new String(found.value(), UTF_8))
        .containsExactly(tuple("hello", "Hello"), tuple("info", "{\"hw_ver\":\"2.1\"}"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "bridge/"})
  void storesTheErrorsThatAKitReports(String prefix) {
    String token = "aa0009" + listener + prefix.length();
    kit(token);

    Mqtt3BlockingClient client = connect(token);
    publish(
        client, prefix + "device/sck/" + token + "/errors", MqttQos.AT_LEAST_ONCE, "SD card full");
    client.disconnect();

    assertThat(KITS.records(Topic.DEVICES_EVENTS, token))
        .extracting(found -> Kits.header(found, "kind"), found -> new String(found.value(), UTF_8))
        .containsExactly(tuple("errors", "SD card full"));
  }

  @Test
  void saysInWhichFormatAKitOfAnotherPlatformPosts() {
    long device = SharedKafka.nextDevice();
    KITS.register(device, "aa0010", PayloadFormat.CITY_PROBE);
    await().until(() -> RawProbe.isKnown(bridge.port(), "aa0010"));

    Mqtt3BlockingClient client = connect("aa0010");
    publish(client, "device/sck/aa0010/readings", MqttQos.AT_LEAST_ONCE, "{\"noise\":40}");
    publish(client, "device/sck/aa0010/readings/raw", MqttQos.AT_LEAST_ONCE, "{55:1}");
    client.disconnect();

    assertThat(KITS.records(Topic.READINGS_RAW, String.valueOf(device)))
        .extracting(found -> Kits.header(found, RawHeader.FORMAT))
        .containsExactly("city-probe", "short");
  }

  @Test
  void storesInventoryOfAnyone() {
    int before = KITS.records(Topic.DEVICES_EVENTS, "").size();

    Mqtt3BlockingClient client = connect("factory");
    publish(client, "device/inventory", MqttQos.AT_LEAST_ONCE, "{\"id\":\"aa-bb\"}");
    client.disconnect();

    assertThat(KITS.records(Topic.DEVICES_EVENTS, ""))
        .hasSize(before + 1)
        .allMatch(found -> "inventory".equals(Kits.header(found, "kind")));
  }

  @Test
  void learnsAtOnceOfAKitThatIsRegisteredLater() {
    Mqtt3BlockingClient client = connect("aa0005");

    long device = kit("aa0005");
    publish(client, "device/sck/aa0005/readings/raw", MqttQos.AT_LEAST_ONCE, "{}");
    client.disconnect();

    assertThat(KITS.payloads(Topic.READINGS_RAW, String.valueOf(device))).containsExactly("{}");
  }

  @Test
  void answersTwoThousandPublishesOfOneWriteInOrder() throws IOException {
    long device = kit("aa0006");
    List<MqttMessage> burst = new ArrayList<>();
    IntStream.rangeClosed(1, 2_000).forEach(i -> burst.add(reading("aa0006", i)));

    try (RawClient client = Doors.open(bridge, listener).introduced("aa0006")) {
      client.send(burst.toArray(MqttMessage[]::new));
      for (int id = 1; id <= 2_000; id++) {
        client.expect(MqttMessageType.PUBACK, id);
      }
    }

    assertThat(KITS.payloads(Topic.READINGS_RAW, String.valueOf(device)))
        .containsExactlyElementsOf(
            IntStream.rangeClosed(1, 2_000).mapToObj(String::valueOf).toList());
  }

  @Test
  void answersInOrderWhatComesByteForByte() throws IOException {
    long device = kit("aa0011");

    try (RawClient client = Doors.open(bridge, listener).introduced("aa0011")) {
      for (int id = 1; id <= 10; id++) {
        client.sendByteForByte(reading("aa0011", id));
      }
      for (int id = 1; id <= 10; id++) {
        client.expect(MqttMessageType.PUBACK, id);
      }
    }

    assertThat(KITS.payloads(Topic.READINGS_RAW, String.valueOf(device)))
        .containsExactlyElementsOf(IntStream.rangeClosed(1, 10).mapToObj(String::valueOf).toList());
  }

  @Test
  void takesPublishesThatComeRightBehindTheConnect() throws IOException {
    long device = kit("aa0007");

    try (RawClient client = Doors.open(bridge, listener)) {
      client.send(RawClient.connect("aa0007").build(), reading("aa0007", 1), reading("aa0007", 2));
      client.expect(MqttMessageType.CONNACK);
      client.expect(MqttMessageType.PUBACK, 1);
      client.expect(MqttMessageType.PUBACK, 2);
    }

    assertThat(KITS.payloads(Topic.READINGS_RAW, String.valueOf(device))).containsExactly("1", "2");
  }

  @Test
  void storesAQos2PublishOncePerPacketId() throws IOException {
    String token = "aa0008" + listener; // its session outlives the test
    long device = kit(token);
    String topic = "device/sck/" + token + "/readings/raw";
    byte[] payload = "once".getBytes(UTF_8);

    try (RawClient client = Doors.open(bridge, listener)) {
      client.send(RawClient.connect(token).cleanSession(false).build());
      client.expect(MqttMessageType.CONNACK);
      client.send(
          RawClient.publish(MqttQoS.EXACTLY_ONCE, 7, topic, payload, false),
          RawClient.publish(MqttQoS.EXACTLY_ONCE, 7, topic, payload, true));
      client.expect(MqttMessageType.PUBREC, 7);
      client.expect(MqttMessageType.PUBREC, 7);
    }
    try (RawClient again = Doors.open(bridge, listener)) {
      again.send(RawClient.connect(token).cleanSession(false).build());
      again.expect(MqttMessageType.CONNACK);
      again.send(RawClient.publish(MqttQoS.EXACTLY_ONCE, 7, topic, payload, true));
      again.expect(MqttMessageType.PUBREC, 7);
      again.send(RawClient.pubRel(7));
      again.expect(MqttMessageType.PUBCOMP, 7);
      again.send(RawClient.publish(MqttQoS.EXACTLY_ONCE, 7, topic, "next".getBytes(UTF_8), false));
      again.expect(MqttMessageType.PUBREC, 7);
    }

    assertThat(KITS.payloads(Topic.READINGS_RAW, String.valueOf(device)))
        .containsExactly("once", "next");
  }

  private static MqttMessage reading(String token, int number) {
    return RawClient.publish(
        MqttQoS.AT_LEAST_ONCE,
        number,
        "device/sck/" + token + "/readings/raw",
        String.valueOf(number));
  }

  /** Registers a device and waits until the bridge knows it, as a kit would by trying. */
  private static long kit(String token) {
    long device = SharedKafka.nextDevice();
    KITS.register(device, token);
    await().atMost(Duration.ofSeconds(5)).until(() -> RawProbe.isKnown(bridge.port(), token));
    return device;
  }

  private Mqtt3BlockingClient connect(String clientId) {
    Mqtt3BlockingClient client = Doors.client(bridge, listener, clientId);
    client.connect();
    return client;
  }

  private static void publish(
      Mqtt3BlockingClient client, String topic, MqttQos qos, String payload) {
    client.publishWith().topic(topic).qos(qos).payload(payload.getBytes(UTF_8)).send();
  }
}
