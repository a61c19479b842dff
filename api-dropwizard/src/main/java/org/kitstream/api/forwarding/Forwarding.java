package org.kitstream.api.forwarding;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jdbi.v3.core.Jdbi;

/** Tells a broker who may subscribe to which forwarded readings. Thread-safe. */
public final class Forwarding {

  /** Nothing before the token is a wildcard, lest a filter reach beyond its user's own topics. */
  private static final Pattern TOPIC =
      Pattern.compile("(?:[^+#]*?/)?forward/(?<token>[^/+#]+)/.*", Pattern.DOTALL);

  private final Jdbi jdbi;

  public Forwarding(Jdbi jdbi) {
    this.jdbi = jdbi;
  }

  /**
   * Whether a user may subscribe to a topic.
   *
   * @param topic a filter such as {@code /forward/<token>/device/+/readings}
   * @param username the user's name for forwarding, not their account's
   */
  public boolean allows(String topic, String username) {
    Matcher matcher = TOPIC.matcher(topic);
    return matcher.matches()
        && jdbi.withExtension(
            ForwardingDao.class, dao -> dao.belongTogether(matcher.group("token"), username));
  }
}
