package org.kitstream.api.failure;

import java.util.List;
import java.util.Map;

/**
 * A request that cannot be served, for a reason the caller can act on. The kinds are closed; each
 * surface translates all of them. Carries no stack trace: it is an answer, not a fault.
 */
public abstract sealed class Failure extends RuntimeException {

  private Failure(String message) {
    super(message, null, false, false);
  }

  /** Who asks is not known, and has to be. */
  public static final class Unauthorized extends Failure {

    private Unauthorized(String message) {
      super(message);
    }

    /** No credentials were given. */
    public static Unauthorized required() {
      return new Unauthorized("Authorization required");
    }

    /** The token given as a parameter is nobody's. */
    public static Unauthorized unknownToken() {
      return new Unauthorized("Invalid OAuth2 Params");
    }
  }

  /** User name and password do not belong together. */
  public static final class WrongPassword extends Failure {
    public WrongPassword() {
      super("Invalid Username/Password Combination");
    }
  }

  /** Who asks may not do this. */
  public static final class Forbidden extends Failure {
    public Forbidden() {
      super("You do not have the access permissions to do this");
    }
  }

  /** What was named does not exist, or not for this caller. */
  public static final class NotFound extends Failure {

    /**
     * @param subject what was sought, such as {@code Device}
     * @param attribute the attribute by which it was sought
     */
    public NotFound(String subject, String attribute, Object value) {
      super("Couldn't find %s with '%s'=%s".formatted(subject, attribute, value));
    }
  }

  /** A parameter has to be given. */
  public static final class ParameterMissing extends Failure {

    /** Names the missing parameters; alternatives come as one name, {@code a OR b}. */
    public ParameterMissing(List<String> names) {
      super("param is missing or the value is empty: " + sentence(names));
    }

    private static String sentence(List<String> names) {
      int last = names.size() - 1;
      return last < 1
          ? String.join("", names)
          : String.join(", ", names.subList(0, last)) + " and " + names.get(last);
    }
  }

  /** The request cannot be understood. */
  public static final class BadRequest extends Failure {
    public BadRequest(String message) {
      super(message);
    }
  }

  /** The request's body is longer than the configured bound. */
  public static final class BodyTooLarge extends Failure {
    public BodyTooLarge(long limit) {
      super("The body is longer than " + limit + " bytes");
    }
  }

  /** Too much of this came lately. */
  public static final class TooOften extends Failure {
    public TooOften(String message) {
      super(message);
    }
  }

  /** It cannot be done just now; the same request may succeed in a moment. */
  public static final class Unavailable extends Failure {
    public Unavailable(String message) {
      super(message);
    }
  }

  /** Something is wrong with the values as a whole. */
  public static final class Unprocessable extends Failure {

    private final String reason;

    public Unprocessable(String reason) {
      super("Unprocessable Entity");
      this.reason = reason;
    }

    /** What is wrong, as a sentence. */
    public String reason() {
      return reason;
    }
  }

  /** Values that break the rules of what they are for. */
  public static final class Invalid extends Failure {

    private final transient Map<String, List<String>> errors;

    Invalid(Map<String, List<String>> errors) {
      super("Unprocessable Entity");
      this.errors = errors;
    }

    /** One wrong field. */
    public static Invalid of(String field, String message) {
      return new Invalid(Map.of(field, List.of(message)));
    }

    /** Messages by field, in the order in which they were found. */
    public Map<String, List<String>> errors() {
      return errors;
    }
  }
}
