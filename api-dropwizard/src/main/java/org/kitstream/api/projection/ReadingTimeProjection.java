package org.kitstream.api.projection;

import com.google.common.collect.Lists;
import io.dropwizard.lifecycle.Managed;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.JdbiException;
import org.kitstream.api.live.LiveView;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Writes the newest reading time of every device from the live view to PostgreSQL, at most {@link
 * #PERIOD} late while the database answers. Only what changed is written, in batches; what cannot
 * be written now is tried again. Every node does this: the second to come finds nothing to change.
 */
public final class ReadingTimeProjection implements Managed {

  private static final Logger LOGGER = LoggerFactory.getLogger(ReadingTimeProjection.class);

  /** The pause between two looks at the live view. */
  public static final Duration PERIOD = Duration.ofSeconds(2);

  private static final int BATCH = 1_000;

  private final Jdbi jdbi;
  private final LiveView liveView;
  private final Thread thread = new Thread(this::run, "reading-times");
  private final CountDownLatch stopping = new CountDownLatch(1);

  /** Milliseconds by device, as this node wrote them last. */
  private final Map<Long, Long> written = new HashMap<>();

  private boolean failing;

  public ReadingTimeProjection(Jdbi jdbi, LiveView liveView) {
    this.jdbi = jdbi;
    this.liveView = liveView;
    this.thread.setDaemon(true);
  }

  /** The live view has to be ready. */
  @Override
  public void start() {
    thread.start();
  }

  @Override
  public void stop() throws InterruptedException {
    stopping.countDown();
    thread.join();
  }

  private void run() {
    try {
      do {
        tryProject();
      } while (!stopping.await(PERIOD.toMillis(), TimeUnit.MILLISECONDS));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void tryProject() {
    try {
      project();
      failing = false;
    } catch (JdbiException e) {
      if (!failing) {
        LOGGER.atWarn().setCause(e).log("Reading times are not written for now");
      }
      failing = true;
    }
  }

  private void project() {
    Map<Long, Long> known = new HashMap<>();
    liveView.forEachReadingTime((id, time) -> known.put(id, time.toEpochMilli()));
    List<Long> gone = written.keySet().stream().filter(id -> !known.containsKey(id)).toList();
    List<Map.Entry<Long, Long>> changed =
        known.entrySet().stream()
            .filter(one -> !one.getValue().equals(written.get(one.getKey())))
            .toList();
    Lists.partition(changed, BATCH).forEach(this::tell);
    Lists.partition(gone, BATCH).forEach(this::forget);
  }

  private void tell(List<Map.Entry<Long, Long>> times) {
    jdbi.useTransaction(
        handle -> {
          ReadingTimeDao dao = handle.attach(ReadingTimeDao.class);
          dao.doNotWait();
          dao.tell(
              times.stream().map(Map.Entry::getKey).toList(),
              times.stream().map(Map.Entry::getValue).toList());
        });
    times.forEach(one -> written.put(one.getKey(), one.getValue()));
  }

  private void forget(List<Long> ids) {
    jdbi.useTransaction(
        handle -> {
          ReadingTimeDao dao = handle.attach(ReadingTimeDao.class);
          dao.doNotWait();
          dao.forget(ids);
        });
    ids.forEach(written::remove);
  }
}
