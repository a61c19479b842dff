package org.kitstream.ops.load;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Kits that publish ten sensors each time, without a pause, until told to stop. */
final class SteadyLoad implements Script {

  private static final byte[] PAYLOAD =
      ("{t:2026-01-01T00:00:00Z,55:21.4,56:60.2,10:98,53:48.4,58:101.3,14:120,89:4,87:6,88:7,"
              + "21:13.5}")
          .getBytes(UTF_8);

  private final List<Message> messages;
  private boolean stopped;
  private long acknowledged;
  private long lost;

  SteadyLoad(int kits) {
    this.messages =
        IntStream.range(0, kits)
            .mapToObj(kit -> new Message(LoadKits.topic(kit).getBytes(UTF_8), PAYLOAD, kit))
            .toList();
  }

  @Override
  public String clientId(int connection) {
    return LoadKits.token(connection);
  }

  @Override
  public @Nullable Message next(int connection) {
    return stopped ? null : messages.get(connection);
  }

  @Override
  public void acknowledged(int connection, Message message, long afterNanos) {
    acknowledged++;
  }

  @Override
  public void lost(int connection) {
    lost++;
  }

  void stop() {
    stopped = true;
  }

  void resume() {
    stopped = false;
  }

  long acknowledged() {
    return acknowledged;
  }

  long lost() {
    return lost;
  }
}
