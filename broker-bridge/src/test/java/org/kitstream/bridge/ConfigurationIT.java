package org.kitstream.bridge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.hivemq.client.mqtt.datatypes.MqttQos;
import com.hivemq.client.mqtt.mqtt3.exceptions.Mqtt3SubAckException;
import java.time.Duration;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.kitstream.bridge.settings.BridgeSettings;

/** What kits are told to do reaches them, and nobody else. */
class ConfigurationIT {

  private static final Duration A_SECOND = Duration.ofSeconds(1);
  private static final Kits KITS = SharedKafka.KITS;
  private static MqttBridge bridge;

  @BeforeAll
  static void open() {
    bridge = start();
  }

  @AfterAll
  static void close() {
    bridge.close();
  }

  @Test
  void aKitOnTheLineHearsWithinASecond() {
    long device = kit("conf01");
    try (Subscriber kit =
        Subscriber.connect(bridge.port(), "conf01", null).subscribe(topic("conf01"))) {
      KITS.configure(device, "{\"reading_interval\": 30}");
      await().atMost(A_SECOND).until(() -> kit.got().size() == 1);
      assertThat(kit.got())
          .containsExactly(
              new Subscriber.Got(
                  topic("conf01"), "{\"reading_interval\": 30}", false, MqttQos.AT_LEAST_ONCE));
      KITS.configure(device, "{}");
      await().atMost(A_SECOND).until(() -> kit.texts().contains("{}"));
    }
  }

  @Test
  void aKitThatComesBackHearsWhatHolds() {
    long device = kit("conf02");
    KITS.configure(device, "{\"a\":1}");
    KITS.configure(device, "{\"a\":2}");
    for (int i = 0; i < 2; i++) {
      await().atMost(A_SECOND.multipliedBy(5)).until(() -> hears("conf02").equals("{\"a\":2}"));
    }
    KITS.configure(device, null);
    await().atMost(A_SECOND.multipliedBy(5)).until(() -> hears("conf02").isEmpty());
  }

  @Test
  void whatAnswersASubscriptionIsMarkedAsRetained() {
    long device = kit("conf03");
    KITS.configure(device, "{\"a\":1}");
    await().atMost(A_SECOND.multipliedBy(5)).until(() -> !hears("conf03").isEmpty());
    try (Subscriber kit =
        Subscriber.connect(bridge.port(), "conf03", null).subscribe(topic("conf03"))) {
      await().atMost(A_SECOND).until(() -> kit.got().size() == 1);
      KITS.configure(device, "{\"a\":2}");
      await().atMost(A_SECOND).until(() -> kit.got().size() == 2);
      assertThat(kit.got()).extracting(Subscriber.Got::retained).containsExactly(true, false);
    }
  }

  @Test
  void itIsThereAfterARestartOfTheBridge() {
    long device = kit("conf04");
    KITS.configure(device, "{\"a\":1}");
    try (MqttBridge restarted = start();
        Subscriber kit =
            Subscriber.connect(restarted.port(), "conf04", null).subscribe(topic("conf04"))) {
      await().atMost(A_SECOND).until(() -> kit.texts().contains("{\"a\":1}"));
    }
  }

  @Test
  void itMovesWithTheDeviceToAnotherToken() throws Exception {
    long device = kit("conf05");
    KITS.configure(device, "{\"a\":1}");
    KITS.register(device, "conf55");
    await().atMost(A_SECOND).until(known("conf55"));
    await().atMost(A_SECOND).until(() -> hears("conf55").equals("{\"a\":1}"));
    kit("conf05");
    assertThat(hears("conf05")).isEmpty();
  }

  @Test
  void nobodyElseMaySubscribe() {
    long device = kit("conf06");
    KITS.configure(device, "{\"a\":1}");
    kit("conf07");
    for (String stranger : new String[] {"conf07", "nobody"}) {
      try (Subscriber other = Subscriber.connect(bridge.port(), stranger, null)) {
        assertThatThrownBy(() -> other.subscribe(topic("conf06")))
            .isInstanceOf(Mqtt3SubAckException.class);
      }
    }
  }

  @Test
  void whoTakesOverASessionWithoutProofGetsNothingOfIt() {
    long device = kit("conf08");
    try (Subscriber kit = Subscriber.connect(bridge.port(), "gateway-8", "conf08", false)) {
      kit.subscribe(topic("conf08"));
    }
    try (Subscriber thief = Subscriber.connect(bridge.port(), "gateway-8", null, false);
        Subscriber kit = Subscriber.connect(bridge.port(), "conf08", null)) {
      kit.subscribe(topic("conf08"));
      KITS.configure(device, "{\"secret\":1}");
      await().atMost(A_SECOND).until(() -> kit.got().size() == 1);
      assertThat(thief.got()).isEmpty();
    }
  }

  private static MqttBridge start() {
    return MqttBridge.start(BridgeSettings.of(SharedKafka.SERVER.bootstrapServers()));
  }

  /** What the kit hears when it comes; empty: nothing, for as long as an answer takes. */
  private static String hears(String token) {
    try (Subscriber kit = Subscriber.connect(bridge.port(), token, null).subscribe(topic(token))) {
      await()
          .during(Duration.ofMillis(1))
          .atMost(Duration.ofMillis(300))
          .pollInterval(Duration.ofMillis(10))
          .until(() -> !kit.got().isEmpty());
      return kit.texts().get(0);
    } catch (org.awaitility.core.ConditionTimeoutException e) {
      return "";
    }
  }

  private static long kit(String token) {
    long device = SharedKafka.nextDevice();
    KITS.register(device, token);
    await().atMost(Duration.ofSeconds(5)).until(known(token));
    return device;
  }

  private static Callable<Boolean> known(String token) {
    return () -> RawProbe.isKnown(bridge.port(), token);
  }

  private static String topic(String token) {
    return "device/sck/" + token + "/config";
  }
}
