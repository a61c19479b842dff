package org.kitstream.ops.box;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.kitstream.ops.load.Message;
import org.kitstream.ops.load.Script;

/**
 * Kits that publish good readings at a steady pace and, if they are told to, after each a bad one
 * of another kind. Every good reading of a kit is a second later than the one before.
 */
final class MixedLoad implements Script {

  /** One of each way to be refused whole or in part. */
  private static final List<String> BAD =
      List.of(
          "{t:yesterday,55:1}",
          "{55:1}",
          "{t:2999-01-01T00:00:00Z,55:1}",
          "{t:2024-05-01T00:00:00Z,999999:1}",
          "not a payload at all",
          "{t:2024-05-01T00:00:00Z,55:1,,,");

  private final List<String> tokens;
  private final Instant from;
  private final int goodOfEach;
  private final boolean withBad;
  private final long nanosBetween;
  private final long startedAt = System.nanoTime();
  private final int[] sent;
  private int acknowledged;

  /**
   * @param goodPerSecond over all kits
   */
  MixedLoad(List<String> tokens, Instant from, int goodOfEach, int goodPerSecond, boolean withBad) {
    this.tokens = tokens;
    this.from = from;
    this.goodOfEach = goodOfEach;
    this.withBad = withBad;
    this.nanosBetween = 1_000_000_000L * tokens.size() / goodPerSecond / (withBad ? 2 : 1);
    this.sent = new int[tokens.size()];
  }

  int all() {
    return tokens.size() * goodOfEach * (withBad ? 2 : 1);
  }

  boolean isDone() {
    return acknowledged == all();
  }

  @Override
  public String clientId(int connection) {
    return tokens.get(connection);
  }

  @Override
  public @Nullable Message next(int connection) {
    int number = sent[connection];
    boolean last = number == goodOfEach * (withBad ? 2 : 1);
    if (last || System.nanoTime() - startedAt < number * nanosBetween) {
      return null;
    }
    sent[connection]++;
    String topic = "device/sck/" + tokens.get(connection) + "/readings/raw";
    return new Message(topic.getBytes(UTF_8), payload(number).getBytes(UTF_8), number);
  }

  private String payload(int number) {
    if (!withBad) {
      return good(number);
    }
    return number % 2 == 0 ? good(number / 2) : BAD.get(number / 2 % BAD.size());
  }

  private String good(int number) {
    return "{t:" + from.plusSeconds(number) + ",55:" + number + '}';
  }

  @Override
  public void acknowledged(int connection, Message message, long afterNanos) {
    acknowledged++;
  }
}
