package org.kitstream.api.outbox;

import io.dropwizard.lifecycle.Managed;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.apache.kafka.clients.producer.Producer;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.JdbiException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Carries records from the outbox to Kafka, oldest first, on a thread of its own. A record leaves
 * the outbox only when Kafka has it; a crash between the two publishes it again, before anything
 * newer of its key. Of several nodes one relays at a time.
 */
public final class OutboxRelay implements Managed {

  private static final Logger LOGGER = LoggerFactory.getLogger(OutboxRelay.class);

  private static final long LOCK = 0x6b69_7473_7472L;
  private static final int BATCH = 500;
  private static final Duration IDLE = Duration.ofMillis(500);
  private static final Delivery NOTHING = new Delivery(List.of(), null);

  private final Jdbi jdbi;
  private final Outbox outbox;
  private final Producer<String, byte[]> producer;
  private final Thread thread = new Thread(this::run, "outbox-relay");
  private volatile boolean stopping;
  private volatile boolean failing;

  /**
   * @param producer idempotent, with {@code acks=all} and a delivery time-out of seconds; closed
   *     with the relay
   */
  public OutboxRelay(Jdbi jdbi, Outbox outbox, Producer<String, byte[]> producer) {
    this.jdbi = jdbi;
    this.outbox = outbox;
    this.producer = producer;
  }

  @Override
  public void start() {
    thread.start();
  }

  @Override
  public void stop() throws InterruptedException {
    stopping = true;
    thread.interrupt();
    thread.join();
    producer.close(Duration.ZERO);
  }

  /** Whether the last attempt to relay succeeded. */
  public boolean isHealthy() {
    return !failing;
  }

  /** Records that Kafka does not have yet. */
  public long backlog() {
    return jdbi.withExtension(OutboxDao.class, OutboxDao::count);
  }

  private void run() {
    while (!stopping) {
      try {
        if (relayBatch() == 0) {
          outbox.awaitNews(IDLE);
        }
      } catch (InterruptedException e) {
        return;
      }
    }
  }

  /** Relays the oldest records; the number of those that Kafka has now. */
  private int relayBatch() {
    try {
      Delivery delivery = jdbi.inTransaction(this::relay);
      note(delivery.failure());
      return delivery.delivered().size();
    } catch (JdbiException e) {
      note(e);
      return 0;
    }
  }

  private Delivery relay(Handle handle) {
    OutboxDao dao = handle.attach(OutboxDao.class);
    if (!dao.tryLock(LOCK)) {
      return NOTHING;
    }
    List<OutboxRecord> batch = untilAKeyRepeats(dao.oldest(BATCH));
    if (batch.isEmpty()) {
      return NOTHING;
    }
    Delivery delivery = Delivery.of(batch, producer);
    dao.delete(delivery.delivered());
    return delivery;
  }

  /**
   * A record is sent only when Kafka has all older ones of its key: were both under way, the older
   * could fail, be sent again, and end up behind the newer.
   */
  private static List<OutboxRecord> untilAKeyRepeats(List<OutboxRecord> oldest) {
    Set<String> keys = new HashSet<>();
    return oldest.stream()
        .takeWhile(waiting -> keys.add(waiting.topic() + '/' + waiting.key()))
        .toList();
  }

  private void note(@Nullable Exception failure) {
    if (failure != null && !failing && !stopping) {
      LOGGER.atWarn().setCause(failure).log("The outbox cannot be relayed; trying on");
    }
    failing = failure != null;
  }
}
