package org.kitstream.api.uploads;

import io.dropwizard.lifecycle.Managed;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.JdbiException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Sends the rows of uploads into the stream, one upload at a time, on a thread of its own. Of
 * several nodes one works on an upload; when it dies another goes on, once the lease has ended,
 * from the last rows that were noted as sent.
 */
public final class UploadJobs implements Managed {

  private static final Logger LOGGER = LoggerFactory.getLogger(UploadJobs.class);

  private static final Duration IDLE = Duration.ofSeconds(1);

  private final Jdbi jdbi;
  private final UploadNews news;
  private final UploadLine line;
  private final Thread thread = new Thread(this::run, "upload-jobs");
  private volatile boolean stopping;

  /**
   * @param line what carries the rows
   */
  public UploadJobs(Jdbi jdbi, UploadNews news, UploadLine line) {
    this.jdbi = jdbi;
    this.news = news;
    this.line = line;
    this.thread.setDaemon(true);
  }

  @Override
  public void start() {
    thread.start();
  }

  /** Notes what is sent, so that the rest can go on elsewhere or after the next start. */
  @Override
  public void stop() throws InterruptedException {
    stopping = true;
    thread.interrupt();
    thread.join();
  }

  private void run() {
    while (!stopping) {
      try {
        if (!workOnOne()) {
          news.await(IDLE);
        }
      } catch (InterruptedException e) {
        return;
      }
    }
  }

  /** Whether there was an upload to work on and the database to tell of it. */
  private boolean workOnOne() throws InterruptedException {
    try {
      Optional<ClaimedUpload> claimed =
          jdbi.withExtension(
              UploadDao.class, dao -> dao.claim(UUID.randomUUID(), line.leaseSeconds()));
      if (claimed.isPresent()) {
        new UploadRun(jdbi, claimed.get(), line).run();
      }
      return claimed.isPresent();
    } catch (JdbiException e) {
      LOGGER.atWarn().setCause(e).log("An upload cannot be worked on for now");
      return false;
    }
  }
}
