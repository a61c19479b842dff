package org.kitstream.bridge.access;

import java.util.Optional;

/**
 * A topic kits may publish to, matched by whole levels: {@code [bridge/]device/sck/<token>/…} and
 * {@code [bridge/]device/inventory}.
 *
 * @param token the device's; empty for {@link Kind#INVENTORY}
 * @param bridged whether another broker passed it on
 */
record IngestTopic(Kind kind, String token, boolean bridged) {

  enum Kind {
    READINGS_JSON,
    READINGS_SHORT,
    HELLO,
    INFO,
    ERRORS,
    INVENTORY
  }

  private static final String BRIDGED = "bridge/";
  private static final String DEVICE = "device/sck/";
  private static final String CONFIG = "/config";

  /** The topic of that name, or empty when it is none to publish to. */
  static Optional<IngestTopic> parse(String name) {
    boolean bridged = name.startsWith(BRIDGED);
    String topic = bridged ? name.substring(BRIDGED.length()) : name;
    if (topic.equals("device/inventory")) {
      return Optional.of(new IngestTopic(Kind.INVENTORY, "", bridged));
    }
    int token = DEVICE.length();
    int rest = topic.startsWith(DEVICE) ? topic.indexOf('/', token) : -1;
    if (rest <= token) {
      return Optional.empty();
    }
    return kind(topic.substring(rest + 1))
        .map(kind -> new IngestTopic(kind, topic.substring(token, rest), bridged));
  }

  private static Optional<Kind> kind(String levels) {
    return switch (levels) {
      case "readings" -> Optional.of(Kind.READINGS_JSON);
      case "readings/raw" -> Optional.of(Kind.READINGS_SHORT);
      case "hello" -> Optional.of(Kind.HELLO);
      case "info" -> Optional.of(Kind.INFO);
      case "errors" -> Optional.of(Kind.ERRORS);
      default -> Optional.empty();
    };
  }

  /** Where the platform talks back to the kit of that token. */
  static String configTopic(String token) {
    return DEVICE + token + CONFIG;
  }

  /** The token of a topic of {@link #configTopic}; empty: it is none. */
  static Optional<String> configToken(String topic) {
    int end = topic.length() - CONFIG.length();
    boolean fits = topic.startsWith(DEVICE) && topic.endsWith(CONFIG) && end > DEVICE.length();
    return fits ? Optional.of(topic.substring(DEVICE.length(), end)) : Optional.empty();
  }
}
