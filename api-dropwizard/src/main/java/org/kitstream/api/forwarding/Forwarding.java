package org.kitstream.api.forwarding;

import org.jdbi.v3.core.Jdbi;
import org.kitstream.contract.topic.ForwardTopic;

/** Tells a broker who may subscribe to which forwarded readings. Thread-safe. */
public final class Forwarding {

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
    return ForwardTopic.tokenOf(topic)
        .filter(
            token ->
                jdbi.withExtension(ForwardingDao.class, dao -> dao.belongTogether(token, username)))
        .isPresent();
  }
}
