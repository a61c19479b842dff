package org.kitstream.jobs.environment;

import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * The parameters of a job's {@code main}: {@code --checkpoint-interval PT10S} on the command line,
 * else the environment variable {@code KITSTREAM_CHECKPOINT_INTERVAL}.
 */
public final class JobParameters {

  private static final String ENVIRONMENT_PREFIX = "KITSTREAM_";

  private final Map<String, String> arguments = new HashMap<>();
  private final Map<String, String> environment;

  private JobParameters(Map<String, String> environment) {
    this.environment = environment;
  }

  /**
   * Reads the command line.
   *
   * @throws IllegalArgumentException if it is not a sequence of {@code --name value}
   */
  public static JobParameters of(String[] arguments, Map<String, String> environment) {
    var parameters = new JobParameters(environment);
    for (int i = 0; i < arguments.length; i += 2) {
      if (!arguments[i].startsWith("--") || i + 1 == arguments.length) {
        throw new IllegalArgumentException("expected --name value, found " + arguments[i]);
      }
      parameters.arguments.put(arguments[i].substring(2), arguments[i + 1]);
    }
    return parameters;
  }

  /** The parameter's value, if it is given. */
  public Optional<String> text(String name) {
    String variable = ENVIRONMENT_PREFIX + name.toUpperCase(Locale.ROOT).replace('-', '_');
    return Optional.ofNullable(arguments.getOrDefault(name, environment.get(variable)));
  }

  /** The parameter's value, else the default. */
  public String text(String name, String otherwise) {
    return text(name).orElse(otherwise);
  }

  /**
   * A duration in ISO 8601, such as {@code PT10S}.
   *
   * @throws IllegalArgumentException naming the parameter, if it is none
   */
  public Duration duration(String name, Duration otherwise) {
    try {
      return text(name).map(Duration::parse).orElse(otherwise);
    } catch (DateTimeParseException e) {
      throw new IllegalArgumentException(name + " is not a duration such as PT10S", e);
    }
  }
}
