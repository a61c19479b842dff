package org.kitstream.bridge;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.netty.channel.ServerChannel;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.internals.RecordHeader;
import org.kitstream.contract.topic.RawHeader;

/** What the connections of one bridge share. Safe for use by any thread. */
final class Door {

  private static final Duration SETTLE_PAUSE = Duration.ofMillis(5);

  final BridgeSettings.Limits limits;
  final AccessRules rules;
  final LiveSessions sessions;
  final KafkaLog log;
  final FlightBudget budget;
  final ReceiptBook receipts;
  final Tally tally = new Tally();

  private final List<ServerChannel> listeners = new CopyOnWriteArrayList<>();
  private final String messageIdPrefix;
  private final AtomicLong messages = new AtomicLong();

  Door(BridgeSettings settings, AccessRules rules, LiveSessions sessions, KafkaLog log) {
    this.limits = settings.limits();
    this.rules = rules;
    this.sessions = sessions;
    this.log = log;
    this.budget = new FlightBudget(settings.limits().bytesInFlight());
    this.receipts = new ReceiptBook(settings.limits().maxConnections());
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

  /** Takes no more publishes and returns when Kafka has settled the others, or is out of reach. */
  void settle() {
    budget.end();
    long deadline = System.nanoTime() + limits.kafkaTimeout().toNanos();
    while (budget.taken() > 0 && System.nanoTime() < deadline && !Thread.interrupted()) {
      log.flush();
      LockSupport.parkNanos(SETTLE_PAUSE.toNanos());
    }
  }

  void listensOn(ServerChannel listener) {
    listeners.add(listener);
  }

  /** The listeners in the order the broker opened them: plain, WebSocket, TLS. */
  List<ServerChannel> listeners() {
    return listeners;
  }

  private static String compact(long number) {
    return Long.toString(number, Character.MAX_RADIX);
  }

  private static Header header(String name, String value) {
    return new RecordHeader(name, value.getBytes(UTF_8));
  }
}
