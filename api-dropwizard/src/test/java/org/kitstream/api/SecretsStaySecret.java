package org.kitstream.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.slf4j.LoggerFactory;

/**
 * Searches all that was logged, after each class of tests, for every secret that the tests have
 * used so far; JUnit finds this class by itself and fails the class of tests. Requests are logged
 * too, see {@link ApiStack#settings}.
 */
public final class SecretsStaySecret implements AfterAllCallback {

  /** As {@code logback-test.xml} says. */
  private static final Path LOG = Path.of("target", "tests.log");

  @Override
  public void afterAll(ExtensionContext context) throws IOException {
    assertThat(leaks()).as("lines of %s with a secret in them", LOG).isEmpty();
  }

  /** Lines that say a secret. */
  static Set<String> leaks() throws IOException {
    LoggerFactory.getILoggerFactory(); // makes the file, if nobody has logged yet
    try (BufferedReader log = Files.newBufferedReader(LOG)) {
      return log.lines()
          .map(line -> line.replaceFirst(" millis=\"\\d+\"", ""))
          .distinct()
          .filter(line -> !UsedSecrets.in(line).isEmpty())
          .collect(Collectors.toCollection(TreeSet::new));
    }
  }
}
