package org.kitstream.api.jobs;

import io.dropwizard.lifecycle.Managed;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Does each job at its period, one at a time, on a thread of its own. */
public final class PeriodicJobs implements Managed {

  private static final Logger LOGGER = LoggerFactory.getLogger(PeriodicJobs.class);

  /** Soon after a start, for who restarts daily would otherwise never purge. */
  private static final Duration FIRST_AFTER = Duration.ofMinutes(1);

  private final List<PeriodicJob> jobs;
  private final ScheduledExecutorService executor =
      Executors.newSingleThreadScheduledExecutor(work -> new Thread(work, "periodic-jobs"));

  public PeriodicJobs(List<PeriodicJob> jobs) {
    this.jobs = List.copyOf(jobs);
  }

  @Override
  @SuppressWarnings("FutureReturnValueIgnored") // runSafely lets no exception through
  public void start() {
    for (PeriodicJob job : jobs) {
      executor.scheduleWithFixedDelay(
          () -> runSafely(job),
          FIRST_AFTER.toMillis(),
          job.period().toMillis(),
          TimeUnit.MILLISECONDS);
    }
  }

  @Override
  public void stop() {
    executor.shutdownNow();
  }

  List<PeriodicJob> jobs() {
    return jobs;
  }

  /** A job that fails is tried again at its next time; an exception would end its schedule. */
  private static void runSafely(PeriodicJob job) {
    try {
      int done = job.work().getAsInt();
      if (done > 0) {
        LOGGER.atInfo().addKeyValue("job", job.name()).addKeyValue("done", done).log("Done");
      }
    } catch (RuntimeException e) {
      LOGGER.atWarn().setCause(e).addKeyValue("job", job.name()).log("A periodic job failed");
    }
  }
}
