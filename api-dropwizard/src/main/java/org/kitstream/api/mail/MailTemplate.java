package org.kitstream.api.mail;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Objects;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What mails say. Each is a text file beside this class: its first line is the subject, the rest
 * the body, and every <code>{{name}}</code> in the body stands for a value.
 */
public enum MailTemplate {
  /** To who opened an account; {@code username}. */
  WELCOME("welcome.txt"),
  /** To who asked to set a new password; {@code username}, {@code token}. */
  PASSWORD_RESET("password-reset.txt");

  private static final Pattern PLACE = Pattern.compile("\\{\\{(\\w+)}}");

  private final String subject;
  private final String body;

  MailTemplate(String file) {
    String text = read(file);
    int end = text.indexOf('\n');
    this.subject = text.substring(0, end);
    this.body = text.substring(end + 1);
  }

  /**
   * The mail with these values in their places.
   *
   * @throws IllegalArgumentException if a place has no value
   */
  Mail fill(String recipient, Map<String, String> values) {
    String filled =
        PLACE.matcher(body).replaceAll(place -> Matcher.quoteReplacement(value(values, place)));
    return new Mail(recipient, subject, filled);
  }

  private String value(Map<String, String> values, MatchResult place) {
    String value = values.get(place.group(1));
    if (value == null) {
      throw new IllegalArgumentException("the mail " + name() + " needs " + place.group(1));
    }
    return value;
  }

  private static String read(String file) {
    try (InputStream stream = MailTemplate.class.getResourceAsStream(file)) {
      byte[] bytes = Objects.requireNonNull(stream, file).readAllBytes();
      return new String(bytes, StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
