package org.kitstream.api.uploads;

import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/** Wakes the job of this node when a file has come. Thread-safe. */
public final class UploadNews {

  private final Semaphore news = new Semaphore(0);

  void announce() {
    news.release();
  }

  void await(Duration timeout) throws InterruptedException {
    if (news.tryAcquire(timeout.toMillis(), TimeUnit.MILLISECONDS)) {
      news.drainPermits();
    }
  }
}
