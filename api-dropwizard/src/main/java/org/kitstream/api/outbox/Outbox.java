package org.kitstream.api.outbox;

import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;
import org.kitstream.contract.topic.Topic;

/**
 * Takes records that must reach Kafka if, and only if, a transaction commits. Records of one key
 * keep their order, provided that their transactions exclude each other (each locks the row that
 * the key names before it appends). Thread-safe.
 */
public final class Outbox {

  private final Semaphore news = new Semaphore(0);

  /**
   * Adds a record to the handle's transaction.
   *
   * @param value null to say that the key is gone
   */
  public void append(Handle handle, Topic topic, String key, byte @Nullable [] value) {
    handle.attach(OutboxDao.class).insert(topic.topicName(), key, value);
    handle.afterCommit(news::release);
  }

  /** Waits until this node has committed something, or the time is up. */
  void awaitNews(Duration timeout) throws InterruptedException {
    if (news.tryAcquire(timeout.toMillis(), TimeUnit.MILLISECONDS)) {
      news.drainPermits();
    }
  }
}
