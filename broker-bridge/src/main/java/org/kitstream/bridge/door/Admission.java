package org.kitstream.bridge.door;

import java.net.InetAddress;
import org.kitstream.bridge.access.Identity;
import org.kitstream.bridge.access.Verdict;

/** The rules of access for one connection, and what bounds a stranger who keeps to them. */
final class Admission {

  private final Door door;
  private final Identity who;
  private final InetAddress from;

  Admission(Door door, Identity who, InetAddress from) {
    this.door = door;
    this.who = who;
    this.from = from;
  }

  /** What becomes of a publish to that topic, but for the rate of a device. Ask once for each. */
  Verdict judge(String topic) {
    if (TopicLevels.areMoreThan(door.clientLimits.topicLevels(), topic)) {
      return Verdict.Refused.TOO_MANY_LEVELS;
    }
    Verdict verdict = door.rules.publish(topic, who);
    if (verdict == Verdict.Refused.UNKNOWN_TOKEN) {
      door.strangers.usedUnknownToken(from);
      door.hearOf(topic, from);
    }
    boolean ofStranger = verdict instanceof Verdict.Admitted where && where.rate() == null;
    return ofStranger && !door.strangers.mayReport(from) ? Verdict.Refused.OVER_RATE : verdict;
  }

  /** How many nanoseconds too early the publish comes for its device; 0: it may go. */
  static long tooEarly(Verdict.Admitted where) {
    return where.rate() == null ? 0 : where.rate().take(System.nanoTime());
  }
}
