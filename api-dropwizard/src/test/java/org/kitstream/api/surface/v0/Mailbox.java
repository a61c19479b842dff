package org.kitstream.api.surface.v0;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.kitstream.api.ApiStack;

/** The mails that the shared api has written. */
final class Mailbox {

  private Mailbox() {}

  /** The one mail to that address with that subject, once it is there. */
  static String await(String recipient, String subject) {
    return Awaitility.await()
        .atMost(Duration.ofSeconds(10))
        .until(() -> mails(recipient, subject), found -> !found.isEmpty())
        .get(0);
  }

  /** All mails to that address with that subject so far. */
  static List<String> mails(String recipient, String subject) {
    if (!Files.isDirectory(ApiStack.shared().mails())) {
      return List.of();
    }
    try (Stream<Path> files = Files.list(ApiStack.shared().mails())) {
      return files
          .filter(file -> file.toString().endsWith(".eml"))
          .map(Mailbox::read)
          .filter(mail -> mail.contains("To: " + recipient + "\r\n"))
          .filter(mail -> mail.contains("Subject: " + subject + "\r\n"))
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
