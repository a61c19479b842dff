package org.kitstream.bridge.access;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.moquette.broker.security.IAuthorizatorPolicy;
import io.moquette.broker.subscriptions.Topic;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.internals.RecordHeader;
import org.jspecify.annotations.Nullable;
import org.kitstream.bridge.log.KafkaLog;
import org.kitstream.bridge.settings.BridgeSettings;
import org.kitstream.contract.device.EventKind;
import org.kitstream.contract.reading.PayloadFormat;
import org.kitstream.contract.reading.Via;
import org.kitstream.contract.topic.RawHeader;

/**
 * Who may do what, answered from memory. The door asks first, Moquette asks the same rules again.
 *
 * <p>A user name that is a device's token proves that device, and so does such a client id (when
 * the settings say so). Who proves a device may act for that device alone; who proves none may
 * publish for the device whose token it knows, as the original platform had it. Safe for use by any
 * thread.
 */
public final class AccessRules implements IAuthorizatorPolicy {

  private static final List<Header> SHORT = readingHeaders(PayloadFormat.SHORT);
  private static final List<Header> HELLO = eventHeaders(EventKind.HELLO);
  private static final List<Header> INFO = eventHeaders(EventKind.INFO);
  private static final List<Header> ERRORS = eventHeaders(EventKind.ERRORS);
  private static final List<Header> BRIDGED_INFO =
      List.of(
          header(EventKind.HEADER, EventKind.INFO.wireName()),
          via(),
          header(EventKind.BRIDGED, "true"));
  private static final List<Header> INVENTORY = eventHeaders(EventKind.INVENTORY);

  /** A device's token is no longer. */
  private static final int LONGEST_TOKEN = 64;

  private final Tokens tokens;
  private final ForwardRights forwards;
  private final BridgeSettings.Access settings;

  /** Rules over those tokens. */
  public AccessRules(Tokens tokens, ForwardRights forwards, BridgeSettings.Access settings) {
    this.tokens = tokens;
    this.forwards = forwards;
    this.settings = settings;
  }

  /** Whether the client may connect. A token that nobody has yet may: a kit boots before that. */
  public boolean mayConnect(Identity who) {
    boolean nameRevoked = who.userName() != null && tokens.isRevoked(who.userName());
    return !nameRevoked && !(settings.clientIdIsToken() && tokens.isRevoked(who.clientId()));
  }

  /** Whether a session is kept for the client: it proves a device, or that it follows some. */
  public boolean mayKeepSession(Identity who) {
    return provenToken(who).isPresent() || forwards.isFollower(who.userName());
  }

  /** What becomes of a publish to that topic. */
  public Verdict publish(String topicName, Identity who) {
    Optional<IngestTopic> parsed = IngestTopic.parse(topicName);
    if (parsed.isEmpty()) {
      return Verdict.Refused.NO_SUCH_TOPIC;
    }
    IngestTopic topic = parsed.get();
    if (forwards.isFollower(who.userName())) {
      return Verdict.Refused.NOT_YOUR_TOKEN;
    }
    if (topic.kind() != IngestTopic.Kind.INVENTORY && !mayActFor(topic.token(), who)) {
      return Verdict.Refused.NOT_YOUR_TOKEN;
    }
    return switch (topic.kind()) {
      case READINGS_JSON -> reading(topic.token(), Tokens.Device::jsonHeaders);
      case READINGS_SHORT -> reading(topic.token(), device -> SHORT);
      case HELLO -> event(topic.token(), HELLO);
      case INFO -> event(topic.token(), topic.bridged() ? BRIDGED_INFO : INFO);
      case ERRORS ->
          tokens.find(topic.token()).isEmpty()
              ? Verdict.Refused.UNKNOWN_TOKEN
              : event(topic.token(), ERRORS);
      case INVENTORY -> event("", INVENTORY);
    };
  }

  /**
   * What is filed of a publish that was refused because no device has its token yet: that the kit
   * is there. Refused too when nothing is.
   */
  public Verdict newcomer(String topicName) {
    return IngestTopic.parse(topicName)
        .map(IngestTopic::token)
        .filter(token -> !token.isEmpty() && token.length() <= LONGEST_TOKEN)
        .map(token -> event(token, HELLO))
        .orElse(Verdict.Refused.NO_SUCH_TOPIC);
  }

  /** The token whose configuration is published there; empty: something else is. */
  public static Optional<String> configToken(String topicName) {
    return IngestTopic.configToken(topicName);
  }

  /** Where the configuration of the kit with that token is published. */
  public static String configTopic(String token) {
    return IngestTopic.configTopic(token);
  }

  /**
   * Whether the client may subscribe to that filter, or get a message of that topic: its own
   * device's configuration, and the readings that are forwarded to it.
   */
  public boolean maySubscribe(String filter, Identity who) {
    return forwards.mayFollow(who.userName(), filter)
        || provenToken(who).map(IngestTopic::configTopic).filter(filter::equals).isPresent();
  }

  @Override
  public boolean canWrite(Topic topic, @Nullable String user, String client) {
    return publish(topic.toString(), new Identity(client, user)) instanceof Verdict.Admitted;
  }

  @Override
  public boolean canRead(Topic topic, @Nullable String user, String client) {
    return maySubscribe(topic.toString(), new Identity(client, user));
  }

  private boolean mayActFor(String token, Identity who) {
    return provenToken(who)
        .map(token::equals)
        .orElse(!settings.clientIdMustMatchTopic() || token.equals(who.clientId()));
  }

  private Optional<String> provenToken(Identity who) {
    if (who.userName() != null && tokens.find(who.userName()).isPresent()) {
      return Optional.of(who.userName());
    }
    boolean byClientId = settings.clientIdIsToken() && tokens.find(who.clientId()).isPresent();
    return byClientId ? Optional.of(who.clientId()) : Optional.empty();
  }

  private Verdict reading(String token, Function<Tokens.Device, List<Header>> headers) {
    Optional<Tokens.Device> found = tokens.find(token);
    if (found.isEmpty()) {
      return Verdict.Refused.UNKNOWN_TOKEN;
    }
    Tokens.Device device = found.get();
    return new Verdict.Admitted(
        KafkaLog.READINGS, device.key(), headers.apply(device), device.rate());
  }

  private Verdict event(String token, List<Header> headers) {
    if (tokens.isRevoked(token)) {
      return Verdict.Refused.UNKNOWN_TOKEN;
    }
    Rate rate = tokens.find(token).map(Tokens.Device::rate).orElse(null);
    return new Verdict.Admitted(KafkaLog.EVENTS, token.getBytes(UTF_8), headers, rate);
  }

  /** The headers of a reading in that format. */
  static List<Header> readingHeaders(PayloadFormat format) {
    return List.of(header(RawHeader.FORMAT, format.wireName()), via());
  }

  private static List<Header> eventHeaders(EventKind kind) {
    return List.of(header(EventKind.HEADER, kind.wireName()), via());
  }

  private static Header via() {
    return header(RawHeader.VIA, Via.MQTT.wireName());
  }

  private static Header header(String name, String value) {
    return new RecordHeader(name, value.getBytes(UTF_8));
  }
}
