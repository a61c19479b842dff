package org.kitstream.contract.topic;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.kitstream.contract.device.ForwardingAccess;

/**
 * The MQTT topics of forwarded readings: {@code /forward/<token>/device/<id>/readings}. Whoever
 * gives as user name the name that belongs to a token may subscribe to what is under that token.
 */
public final class ForwardTopic {

  /** Nothing up to the token is a wildcard, lest a filter reach beyond its user's own topics. */
  private static final Pattern FILTER =
      Pattern.compile("(?:[^+#]*?/)?forward/(?<token>[^/+#]+)/.*", Pattern.DOTALL);

  private ForwardTopic() {}

  /** The token under which a filter, or a topic, lies entirely; empty: it does not under one. */
  public static Optional<String> tokenOf(String filter) {
    Matcher matcher = FILTER.matcher(filter);
    return matcher.matches() ? Optional.of(matcher.group("token")) : Optional.empty();
  }

  /** Where the readings of a device go. */
  public static String of(ForwardingAccess access, long deviceId) {
    return "/forward/" + access.token() + "/device/" + deviceId + "/readings";
  }
}
