package org.kitstream.bridge.access;

import java.util.Optional;

/**
 * A topic kits may publish to, matched by whole levels: {@code [bridge/]device/sck/<token>/…} and
 * {@code [bridge/]device/inventory}.
 *
 * @param token the device's; empty for {@link Kind#INVENTORY}
 */
record IngestTopic(Kind kind, String token) {

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
  private static final Optional<IngestTopic> INVENTORY =
      Optional.of(new IngestTopic(Kind.INVENTORY, ""));

  /** The topic of that name, or empty when it is none to publish to. */
  static Optional<IngestTopic> parse(String name) {
    String topic = name.startsWith(BRIDGED) ? name.substring(BRIDGED.length()) : name;
    if (topic.equals("device/inventory")) {
      return INVENTORY;
    }
    int token = DEVICE.length();
    int rest = topic.startsWith(DEVICE) ? topic.indexOf('/', token) : -1;
    if (rest <= token) {
      return Optional.empty();
    }
    return kind(topic.substring(rest + 1))
        .map(kind -> new IngestTopic(kind, topic.substring(token, rest)));
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
    return DEVICE + token + "/config";
  }
}
