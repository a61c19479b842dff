package org.kitstream.bridge.door;

import io.netty.handler.codec.mqtt.MqttConnectMessage;
import io.netty.handler.codec.mqtt.MqttConnectReturnCode;
import io.netty.handler.codec.mqtt.MqttConnectVariableHeader;
import io.netty.handler.codec.mqtt.MqttProperties;
import io.netty.handler.codec.mqtt.MqttProperties.MqttPropertyType;
import io.netty.handler.codec.mqtt.MqttVersion;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.kitstream.bridge.access.AccessRules;
import org.kitstream.bridge.access.Identity;

/** What the door asks of a CONNECT before the broker sees it. */
final class ConnectGuard {

  private static final int MAX_NAME = 256;

  /** The properties the broker may act on; some others make it keep state for ever. */
  private static final List<MqttPropertyType> PASSED_ON =
      List.of(MqttPropertyType.SESSION_EXPIRY_INTERVAL, MqttPropertyType.RECEIVE_MAXIMUM);

  private ConnectGuard() {}

  static boolean isVersion5(MqttConnectMessage connect) {
    return connect.variableHeader().version() == MqttVersion.MQTT_5.protocolLevel();
  }

  static Identity identity(MqttConnectMessage connect) {
    String clientId = connect.payload().clientIdentifier();
    String userName = connect.variableHeader().hasUserName() ? connect.payload().userName() : null;
    return new Identity(
        clientId == null ? "" : clientId, userName == null || userName.isEmpty() ? null : userName);
  }

  /**
   * Why the connection is refused, if it is. A last will is: the broker would publish it past every
   * rule of access, and no topic here has a use for one.
   */
  static Optional<MqttConnectReturnCode> refusal(
      MqttConnectMessage connect, Identity who, AccessRules rules) {
    boolean version5 = isVersion5(connect);
    if (!isPlain(who.clientId())) {
      return Optional.of(
          version5
              ? MqttConnectReturnCode.CONNECTION_REFUSED_CLIENT_IDENTIFIER_NOT_VALID
              : MqttConnectReturnCode.CONNECTION_REFUSED_IDENTIFIER_REJECTED);
    }
    boolean allowed =
        isPlain(who.userName()) && !connect.variableHeader().isWillFlag() && rules.mayConnect(who);
    if (allowed) {
      return Optional.empty();
    }
    return Optional.of(
        version5
            ? MqttConnectReturnCode.CONNECTION_REFUSED_NOT_AUTHORIZED_5
            : MqttConnectReturnCode.CONNECTION_REFUSED_NOT_AUTHORIZED);
  }

  /**
   * The same CONNECT with a keep-alive that ends, and only the properties that are wanted.
   *
   * @param longest the keep-alive of who asks for none, or for more
   * @param mayKeep whether the session may outlive the connection; else it is a clean one
   */
  static MqttConnectMessage adjusted(
      MqttConnectMessage connect, Duration longest, boolean mayKeep) {
    int most = (int) longest.toSeconds();
    MqttConnectVariableHeader asked = connect.variableHeader();
    int seconds = asked.keepAliveTimeSeconds();
    var header =
        new MqttConnectVariableHeader(
            asked.name(),
            asked.version(),
            asked.hasUserName(),
            asked.hasPassword(),
            false,
            0,
            false,
            asked.isCleanSession() || !mayKeep,
            seconds == 0 ? most : Math.min(seconds, most),
            mayKeep ? passedOn(asked.properties()) : MqttProperties.NO_PROPERTIES);
    return new MqttConnectMessage(connect.fixedHeader(), header, connect.payload());
  }

  /** Whether nothing of the session is to outlive the connection. */
  static boolean endsWithConnection(MqttConnectMessage connect) {
    MqttConnectVariableHeader header = connect.variableHeader();
    int expiry = MqttPropertyType.SESSION_EXPIRY_INTERVAL.value();
    return header.isCleanSession() && header.properties().getProperty(expiry) == null;
  }

  private static MqttProperties passedOn(MqttProperties asked) {
    MqttProperties passed = new MqttProperties();
    PASSED_ON.stream()
        .flatMap(type -> asked.getProperties(type.value()).stream())
        .forEach(passed::add);
    return passed;
  }

  /** Wildcards and control characters have no place in a name that rules are made of. */
  private static boolean isPlain(@Nullable String name) {
    return name == null
        || (name.length() <= MAX_NAME
            && name.chars().noneMatch(c -> c == '+' || c == '#' || Character.isISOControl(c)));
  }
}
