package org.kitstream.bridge.door;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ServerChannel;
import java.net.InetAddress;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.internals.RecordHeader;
import org.kitstream.bridge.access.AccessRules;
import org.kitstream.bridge.access.Verdict;
import org.kitstream.bridge.log.KafkaLog;
import org.kitstream.bridge.metrics.BridgeCounters;
import org.kitstream.bridge.metrics.Ended;
import org.kitstream.bridge.metrics.Exposition;
import org.kitstream.bridge.metrics.Tally;
import org.kitstream.bridge.settings.BridgeSettings;
import org.kitstream.bridge.settings.ClientLimits;
import org.kitstream.contract.topic.RawHeader;

/** What the connections of one bridge share. Safe for use by any thread. */
public final class Door {

  private static final byte[] NOTHING = {};
  private static final Duration SETTLE_PAUSE = Duration.ofMillis(5);

  final BridgeSettings.Limits limits;
  final ClientLimits clientLimits;
  final AccessRules rules;
  final LiveSessions sessions;
  final KafkaLog log;
  final FlightBudget budget;
  final SessionBook sessionBook;
  final Strangers strangers;
  final Tally tally = new Tally();

  private final Newcomers newcomers = new Newcomers();
  private volatile Predicate<String> onConfigWanted = token -> false;
  private volatile Consumer<String> onSessionLeft = clientId -> {};
  private final List<ServerChannel> listeners = new CopyOnWriteArrayList<>();
  private final String messageIdPrefix;
  private final AtomicLong messages = new AtomicLong();

  /** The door of one bridge; nothing is open yet. */
  public Door(BridgeSettings settings, AccessRules rules, LiveSessions sessions, KafkaLog log) {
    this.limits = settings.limits();
    this.rules = rules;
    this.sessions = sessions;
    this.log = log;
    this.budget = new FlightBudget(settings.limits().bytesInFlight());
    this.clientLimits = settings.clientLimits();
    this.sessionBook = new SessionBook(settings.limits().maxConnections());
    this.strangers = new Strangers(clientLimits.strangerEventsPerMinute());
    this.messageIdPrefix = settings.bridgeId() + "-" + compact(System.currentTimeMillis()) + "-";
  }

  /** The record of a publish that is read now. Keeps the payload array. */
  ProducerRecord<byte[], byte[]> message(Verdict.Admitted where, byte[] payload) {
    List<Header> headers = new ArrayList<>(where.headers().size() + 2);
    headers.addAll(where.headers());
    headers.add(header(RawHeader.RECEIVED_AT, Long.toString(System.currentTimeMillis())));
    headers.add(
        header(RawHeader.MESSAGE_ID, messageIdPrefix + compact(messages.incrementAndGet())));
    return new ProducerRecord<>(where.kafkaTopic(), null, where.key(), payload, headers);
  }

  /** Files that a kit is there whose token no device has yet, though its publish is refused. */
  void hearOf(String topicName, InetAddress from) {
    if (rules.newcomer(topicName) instanceof Verdict.Admitted where
        && newcomers.isNews(where.key(), () -> strangers.mayReport(from))) {
      log.store(message(where, NOTHING), (stored, failure) -> {});
    }
  }

  /**
   * Says who tells kits what to do.
   *
   * @param listener asked when the kit of a token has subscribed; whether it will be told something
   */
  public void whenConfigIsWanted(Predicate<String> listener) {
    onConfigWanted = listener;
  }

  /** The kit of that token has subscribed; whether it will be told something. */
  boolean configWanted(String token) {
    return onConfigWanted.test(token);
  }

  /** Says who can make the broker forget the session of a client id. */
  public void whenSessionIsLeft(Consumer<String> forget) {
    onSessionLeft = forget;
  }

  /** Nobody will come back to the session of that client id, unless somebody is there already. */
  void sessionIsLeft(String clientId) {
    if (!sessions.isThere(clientId)) {
      onSessionLeft.accept(clientId);
    }
  }

  /** Takes no more publishes and returns when Kafka has settled the others, or is out of reach. */
  public void settle() {
    budget.end();
    long deadline = System.nanoTime() + limits.kafkaTimeout().toNanos();
    while (budget.taken() > 0 && System.nanoTime() < deadline && !Thread.interrupted()) {
      log.flush();
      LockSupport.parkNanos(SETTLE_PAUSE.toNanos());
    }
  }

  /** How many commands may be on their way to the broker at once: publishes, ends of sessions. */
  public long mostCommands() {
    return limits.bytesInFlight() / PublishFlow.OVERHEAD + 4L * limits.maxConnections();
  }

  /** Who may do what here. */
  public AccessRules rules() {
    return rules;
  }

  /** Bytes received and not settled by Kafka. */
  public long bytesInFlight() {
    return budget.taken();
  }

  /** What happened since the start. */
  public BridgeCounters counters() {
    return tally.snapshot();
  }

  /** Writes what happened, and how it stands. */
  public void expose(Exposition page) {
    tally.expose(page);
    strangers.expose(page);
    newcomers.expose(page);
    page.gauge("connections", "Open connections");
    page.sample(sessions.connections());
    page.gauge("sessions", "Connected clients");
    page.sample(sessions.count());
    page.gauge("bytes_in_flight", "Bytes received and not settled by Kafka");
    page.sample(budget.taken());
    page.gauge("bytes_in_flight_limit", "Past these many bytes in flight nothing is read");
    page.sample(limits.bytesInFlight());
  }

  /** Ends a connection that does what none may. */
  // A close that fails finds the channel closed.
  @SuppressWarnings("FutureReturnValueIgnored")
  void hangUp(ChannelHandlerContext ctx, Ended why) {
    if (ctx.channel().isActive()) {
      tally.ended(why);
      ctx.close();
    }
  }

  void listensOn(ServerChannel listener) {
    listeners.add(listener);
  }

  /** The listeners in the order the broker opened them: plain, WebSocket, TLS. */
  public List<ServerChannel> listeners() {
    return listeners;
  }

  private static String compact(long number) {
    return Long.toString(number, Character.MAX_RADIX);
  }

  private static Header header(String name, String value) {
    return new RecordHeader(name, value.getBytes(UTF_8));
  }
}
