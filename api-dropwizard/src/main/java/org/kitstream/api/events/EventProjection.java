package org.kitstream.api.events;

import static java.util.stream.Collectors.toCollection;

import com.codahale.metrics.Meter;
import com.codahale.metrics.MetricRegistry;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.StatementException;
import org.kitstream.api.topics.TopicWork;
import org.kitstream.contract.device.EventKind;

/**
 * Writes what kits report to PostgreSQL, a batch in a transaction. Applying an event twice is the
 * same as once.
 *
 * <p>A kit boots before it is registered. What it then tells of its hardware is kept for an hour
 * and tried again every {@link #RETRY} until a device has its token: at every moment of the
 * contract's schedule (12 tries 5 s apart, 8 of 30 s, 55 of a minute), and at some more.
 */
public final class EventProjection implements TopicWork {

  private static final Duration RETRY = Duration.ofSeconds(5);
  private static final Duration PATIENCE = Duration.ofHours(1);

  private final Jdbi jdbi;
  private final Clock clock;
  private final Meter applied;
  private final Meter unreadable;
  private final Meter givenUp;
  private Instant nextRetry = Instant.MIN;

  public EventProjection(Jdbi jdbi, Clock clock, MetricRegistry metrics) {
    this.jdbi = jdbi;
    this.clock = clock;
    this.applied = metrics.meter("events.applied");
    this.unreadable = metrics.meter("events.unreadable");
    this.givenUp = metrics.meter("events.infos-given-up");
  }

  @Override
  public void take(List<ConsumerRecord<byte[], byte[]>> records) {
    List<KitEvent> events = new ArrayList<>();
    records.forEach(one -> KitEvent.of(one).ifPresentOrElse(events::add, unreadable::mark));
    if (!events.isEmpty()) {
      apply(events);
    }
    if (!clock.instant().isBefore(nextRetry)) {
      retry();
      nextRetry = clock.instant().plus(RETRY);
    }
  }

  /** One event that the database cannot store must not keep the others back. */
  private void apply(List<KitEvent> events) {
    try {
      jdbi.useTransaction(handle -> apply(handle, events));
      applied.mark(events.size());
    } catch (StatementException e) {
      if (!Unstorable.is(e)) {
        throw e;
      }
      if (events.size() == 1) {
        unreadable.mark();
      } else {
        events.forEach(one -> apply(List.of(one)));
      }
    }
  }

  private void apply(Handle handle, List<KitEvent> events) {
    KitEventDao dao = handle.attach(KitEventDao.class);
    Set<String> tokens =
        events.stream()
            .map(KitEvent::token)
            .filter(token -> !token.isEmpty())
            .collect(toCollection(TreeSet::new));
    dao.shakeHands(tokens);
    applyInfos(dao, events);
    for (KitEvent event : events) {
      if (event.is(EventKind.INVENTORY)) {
        String report = KitJson.isAny(event.text()) ? event.text() : null;
        dao.insertInventory(event.messageId(), report, event.receivedAt());
      } else if (event.is(EventKind.ERRORS)) {
        dao.insertError(
            event.messageId(), event.token(), event.text(), KitError.LONGEST, event.receivedAt());
      }
    }
    if (events.stream().anyMatch(event -> event.is(EventKind.ERRORS))) {
      dao.keepNewestErrors(tokens, KitError.MOST);
    }
  }

  private void applyInfos(KitEventDao dao, List<KitEvent> events) {
    Map<String, KitEvent> newest = new LinkedHashMap<>();
    for (KitEvent event : events) {
      if (event.is(EventKind.INFO) && KitJson.isObject(event.text())) {
        newest.put(event.token(), event);
      }
    }
    if (newest.isEmpty()) {
      return;
    }
    List<String> settled = dao.replaceInfos(List.copyOf(newest.keySet()), texts(newest));
    dao.forgetInfos(settled);
    newest.keySet().removeAll(settled);
    newest.values().removeIf(KitEvent::bridged);
    dao.keepInfos(List.copyOf(newest.keySet()), texts(newest), clock.instant().plus(PATIENCE));
  }

  private static List<String> texts(Map<String, KitEvent> infos) {
    return infos.values().stream().map(KitEvent::text).toList();
  }

  private void retry() {
    jdbi.useTransaction(
        handle -> {
          KitEventDao dao = handle.attach(KitEventDao.class);
          dao.settleInfos();
          givenUp.mark(dao.giveUpInfos(clock.instant()));
          dao.shakeHandsOfReaders();
        });
  }
}
