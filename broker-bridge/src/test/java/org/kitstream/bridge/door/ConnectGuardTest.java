package org.kitstream.bridge.door;

import static org.assertj.core.api.Assertions.assertThat;

import io.netty.handler.codec.mqtt.MqttConnectMessage;
import io.netty.handler.codec.mqtt.MqttProperties;
import io.netty.handler.codec.mqtt.MqttProperties.IntegerProperty;
import io.netty.handler.codec.mqtt.MqttProperties.MqttPropertyType;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.kitstream.bridge.RawClient;
import org.kitstream.bridge.access.Identity;

class ConnectGuardTest {

  @ParameterizedTest
  @CsvSource({"0, 3600", "1, 1", "120, 120", "3600, 3600", "65535, 3600"})
  void boundsTheKeepAlive(int asked, int passedOn) {
    MqttConnectMessage connect = RawClient.connect("kit").keepAlive(asked).build();

    assertThat(
            ConnectGuard.adjusted(connect, Duration.ofHours(1), true)
                .variableHeader()
                .keepAliveTimeSeconds())
        .isEqualTo(passedOn);
  }

  @Test
  void keepsFromTheBrokerWhatWouldMakeItRememberForEver() {
    MqttProperties asked = new MqttProperties();
    asked.add(new IntegerProperty(MqttPropertyType.REQUEST_RESPONSE_INFORMATION.value(), 1));
    asked.add(new IntegerProperty(MqttPropertyType.SESSION_EXPIRY_INTERVAL.value(), 60));

    MqttProperties passedOn =
        ConnectGuard.adjusted(
                RawClient.connect("kit").properties(asked).build(), Duration.ofHours(1), true)
            .variableHeader()
            .properties();

    assertThat(passedOn.listAll())
        .extracting(property -> property.propertyId())
        .containsExactly(MqttPropertyType.SESSION_EXPIRY_INTERVAL.value());
  }

  @Test
  void makesTheSessionOfAStrangerEndWithItsConnection() {
    MqttProperties asked = new MqttProperties();
    asked.add(new IntegerProperty(MqttPropertyType.SESSION_EXPIRY_INTERVAL.value(), 60));
    MqttConnectMessage connect =
        RawClient.connect("kit").cleanSession(false).properties(asked).build();

    assertThat(ConnectGuard.endsWithConnection(adjusted(connect, false))).isTrue();
    assertThat(ConnectGuard.endsWithConnection(adjusted(connect, true))).isFalse();
  }

  @Test
  void takesAnEmptyUserNameForNone() {
    MqttConnectMessage connect = RawClient.connect("kit").hasUser(true).username("").build();

    assertThat(ConnectGuard.identity(connect)).isEqualTo(new Identity("kit", null));
  }

  private static MqttConnectMessage adjusted(MqttConnectMessage connect, boolean mayKeep) {
    return ConnectGuard.adjusted(connect, Duration.ofHours(1), mayKeep);
  }
}
