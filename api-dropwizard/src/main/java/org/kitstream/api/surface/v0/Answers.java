package org.kitstream.api.surface.v0;

import jakarta.ws.rs.core.Response;
import org.jspecify.annotations.Nullable;
import org.kitstream.api.failure.Failure;
import org.kitstream.api.users.Country;

/** Small conventions of version 0. */
final class Answers {

  static final String JSON = "application/json; charset=utf-8";

  /** Stands where a value is that the caller may not see. */
  static final String FILTERED = "[FILTERED]";

  private Answers() {}

  /**
   * An id from a path.
   *
   * @throws Failure.NotFound if it is not a number, for nothing has such an id
   */
  static long id(String subject, String text) {
    try {
      return Long.parseLong(text);
    } catch (NumberFormatException e) {
      throw new Failure.NotFound(subject, "id", text);
    }
  }

  /** As {@link #id}, for what is counted in four bytes. */
  static int smallId(String subject, String text) {
    long id = id(subject, text);
    if (id != (int) id) {
      throw new Failure.NotFound(subject, "id", text);
    }
    return (int) id;
  }

  /** The answer to a request that made something. */
  static Response created(Object made) {
    return Response.status(Response.Status.CREATED).entity(made).build();
  }

  /** The English name of a country by its two-letter code; null for a code that is none. */
  static @Nullable String country(@Nullable String code) {
    return Country.nameOf(code);
  }

  /** A number as it was posted: without a fraction when it has none. */
  static @Nullable Number posted(@Nullable Double number) {
    if (number == null) {
      return null;
    }
    boolean whole = number == Math.rint(number) && Math.abs(number) < MAX_EXACT;
    if (whole) {
      return number.longValue();
    }
    return number;
  }

  /** Up to here every whole number is a double of its own: 2 to the power of 53. */
  private static final double MAX_EXACT = 0x1p53;
}
