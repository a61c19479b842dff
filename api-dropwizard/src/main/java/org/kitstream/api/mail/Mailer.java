package org.kitstream.api.mail;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.jdbi.v3.core.Handle;

/**
 * Where mails are posted. A mail is stored in the transaction of the change it tells of, and {@link
 * MailDelivery} takes it from there: no change without its mail, no mail without its change.
 * Thread-safe.
 */
public final class Mailer {

  private final Semaphore news = new Semaphore(0);

  /** Posts a mail once the handle's transaction commits. */
  public void post(
      Handle handle, MailTemplate template, String recipient, Map<String, String> values) {
    handle.attach(MailDao.class).insert(template.fill(recipient, values));
    handle.afterCommit(news::release);
  }

  /** Returns when a mail was posted, or after that time. */
  void awaitNews(Duration longest) throws InterruptedException {
    if (news.tryAcquire(longest.toMillis(), TimeUnit.MILLISECONDS)) {
      news.drainPermits();
    }
  }
}
