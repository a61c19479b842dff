package org.kitstream.api.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.GreenMailUtil;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.internet.MimeMessage;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.kitstream.api.TestDatabase;

/** From a transaction to a mail server, which may be away. */
@Timeout(value = 60, unit = TimeUnit.SECONDS)
class MailDeliveryIT {

  private static final String PASSWORD = "sesame";

  @TempDir private Path directory;

  private final Jdbi jdbi = TestDatabase.empty();
  private final Mailer mailer = new Mailer();
  private final List<MailDelivery> running = new ArrayList<>();
  private final GreenMail server =
      new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP).dynamicPort());
  private GreenMail again = server;

  @AfterEach
  void stop() throws InterruptedException {
    for (MailDelivery delivery : running) {
      delivery.stop();
    }
    server.stop();
    again.stop();
  }

  @Test
  void aMailArrivesAsItWasWritten() throws Exception {
    server.start();
    server.setUser("kitstream@localhost", "kitstream", PASSWORD);
    deliver(settings(server.getSmtp().getPort()), 5);
    welcome("Zoë");
    assertThat(server.waitForIncomingEmail(10_000, 1)).isTrue();
    MimeMessage mail = server.getReceivedMessages()[0];
    assertThat(mail.getSubject()).isEqualTo("Welcome to SmartCitizen");
    assertThat(mail.getAllRecipients()[0]).hasToString("zoe@example.org");
    assertThat(mail.getFrom()[0]).hasToString("Kitstream <kitstream@localhost>");
    assertThat(mail.getContent().toString()).contains("Hello Zoë,");
    await().until(() -> waiting() == 0);
  }

  @Test
  void aMailWaitsForAServerThatIsAway() throws Exception {
    server.start();
    int port = server.getSmtp().getPort();
    server.stop();
    again = new GreenMail(new ServerSetup(port, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
    again.setUser("kitstream@localhost", "kitstream", PASSWORD);
    deliver(settings(port), 1000);
    welcome("anna");
    await().until(() -> attempts() > 1);
    again.start();
    assertThat(again.waitForIncomingEmail(20_000, 1)).isTrue();
    assertThat(GreenMailUtil.getBody(again.getReceivedMessages()[0])).contains("Hello anna,");
    await().until(() -> waiting() == 0);
  }

  @Test
  void aMailThatNobodyTakesIsGivenUpAndStaysKnown() throws Exception {
    server.start();
    int port = server.getSmtp().getPort();
    server.stop();
    deliver(settings(port), 3);
    welcome("anna");
    await().until(() -> count("given_up_at IS NOT NULL AND body = ''") == 1);
    assertThat(attempts()).isEqualTo(3);
  }

  @Test
  void oneBadAddressDoesNotHoldUpTheNext() throws Exception {
    server.start();
    server.setUser("kitstream@localhost", "kitstream", PASSWORD);
    deliver(settings(server.getSmtp().getPort()), 1000);
    jdbi.useTransaction(
        handle -> mailer.post(handle, MailTemplate.WELCOME, "not@@valid", Map.of("username", "x")));
    welcome("anna");
    assertThat(server.waitForIncomingEmail(10_000, 1)).isTrue();
  }

  @Test
  void aMailOfATransactionThatFailedIsNotSent() {
    jdbi.useTransaction(
        handle -> {
          mailer.post(handle, MailTemplate.WELCOME, "a@b.c", Map.of("username", "anna"));
          handle.rollback();
        });
    assertThat(waiting()).isZero();
  }

  private void deliver(MailSettings settings, int attempts) {
    Retries often = new Retries(Duration.ofMillis(100), Duration.ofMillis(100), attempts);
    MailDelivery delivery = new MailDelivery(jdbi, mailer, MailTransport.of(settings), often);
    delivery.start();
    running.add(delivery);
  }

  private void welcome(String name) {
    jdbi.useTransaction(
        handle ->
            mailer.post(handle, MailTemplate.WELCOME, "zoe@example.org", Map.of("username", name)));
  }

  private MailSettings settings(int port) {
    return new MailSettings(
        "127.0.0.1",
        port,
        MailSettings.Security.NONE,
        "kitstream",
        PASSWORD,
        "Kitstream <kitstream@localhost>",
        directory.toString());
  }

  private long waiting() {
    return count("true");
  }

  private int attempts() {
    return jdbi.withHandle(
        handle -> handle.select("SELECT max(attempts) FROM mails").mapTo(Integer.class).one());
  }

  private long count(String condition) {
    return jdbi.withHandle(
        handle ->
            handle.select("SELECT count(*) FROM mails WHERE " + condition).mapTo(Long.class).one());
  }
}
