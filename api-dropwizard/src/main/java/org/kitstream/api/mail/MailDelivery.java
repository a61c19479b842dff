package org.kitstream.api.mail;

import io.dropwizard.lifecycle.Managed;
import jakarta.mail.MessagingException;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.JdbiException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Sends what was posted, on a thread of its own. A mail is deleted only when the transport has it,
 * so that a crash sends it twice rather than never; what fails is tried again, ever less often, and
 * given up in the end with an error in the log. Several nodes share the work.
 */
public final class MailDelivery implements Managed {

  private static final Logger LOGGER = LoggerFactory.getLogger(MailDelivery.class);

  private static final Duration IDLE = Duration.ofSeconds(1);

  /** Longer than one attempt can take. */
  private static final Duration LEASE = Duration.ofMinutes(2);

  private static final String MAIL_ID = "mailId";

  private final Jdbi jdbi;
  private final Mailer mailer;
  private final MailTransport transport;
  private final Retries retries;
  private final Thread thread = new Thread(this::run, "mail-delivery");
  private volatile boolean stopping;

  public MailDelivery(Jdbi jdbi, Mailer mailer, MailSettings settings) {
    this(jdbi, mailer, MailTransport.of(settings), Retries.USUAL);
  }

  MailDelivery(Jdbi jdbi, Mailer mailer, MailTransport transport, Retries retries) {
    this.jdbi = jdbi;
    this.mailer = mailer;
    this.transport = transport;
    this.retries = retries;
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
  }

  private void run() {
    while (!stopping) {
      try {
        if (!deliverOne()) {
          mailer.awaitNews(shorter(IDLE, retries.first()));
        }
      } catch (InterruptedException e) {
        return;
      }
    }
  }

  /** Whether there was a mail to send and the database to tell of it. */
  private boolean deliverOne() {
    try {
      Optional<QueuedMail> due =
          jdbi.withExtension(MailDao.class, dao -> dao.takeDue(seconds(LEASE)));
      due.ifPresent(this::deliver);
      return due.isPresent();
    } catch (JdbiException e) {
      LOGGER.atDebug().setCause(e).log("The database cannot be asked for mails");
      return false;
    }
  }

  private void deliver(QueuedMail queued) {
    try {
      transport.send(queued.mail());
      jdbi.useExtension(MailDao.class, dao -> dao.delete(queued.id()));
    } catch (MessagingException | IOException | RuntimeException e) {
      failed(queued, e); // whatever it was, the next mails must go out
    }
  }

  /** The exceptions of the mail API name addresses, so that only their kind is logged. */
  private void failed(QueuedMail queued, Exception failure) {
    String kind = failure.getClass().getSimpleName();
    if (queued.attempts() >= retries.attempts()) {
      jdbi.useExtension(MailDao.class, dao -> dao.giveUp(queued.id()));
      LOGGER
          .atError()
          .addKeyValue(MAIL_ID, queued.id())
          .addKeyValue("failure", kind)
          .log("A mail could not be sent and is given up");
      return;
    }
    Duration pause = retries.pauseAfter(queued.attempts());
    jdbi.useExtension(MailDao.class, dao -> dao.postpone(queued.id(), seconds(pause)));
    LOGGER
        .atWarn()
        .addKeyValue(MAIL_ID, queued.id())
        .addKeyValue("failure", kind)
        .log("A mail could not be sent; trying again");
  }

  private static double seconds(Duration duration) {
    return duration.toMillis() / 1e3;
  }

  private static Duration shorter(Duration one, Duration other) {
    return one.compareTo(other) < 0 ? one : other;
  }
}
