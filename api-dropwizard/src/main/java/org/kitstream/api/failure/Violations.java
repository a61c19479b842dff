package org.kitstream.api.failure;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Gathers everything that is wrong with some input, so that the caller hears it at once. */
public final class Violations {

  public static final String BLANK = "can't be blank";
  public static final String TAKEN = "has already been taken";
  public static final String INVALID = "is invalid";
  public static final String NOT_INCLUDED = "is not included in the list";
  public static final String MISSING_TARGET = "must exist";
  public static final String NOT_A_NUMBER = "is not a number";

  /** Names, units and addresses, in characters. */
  private static final int LONGEST_LINE = 255;

  /** Descriptions, in characters. */
  private static final int LONGEST_TEXT = 5_000;

  /** In characters: lists show it with every item. */
  private static final int LONGEST_JSON = 16_384;

  private final Map<String, List<String>> errors = new LinkedHashMap<>();

  /** Adds the message to the field's when it is broken. */
  public Violations addIf(boolean broken, String field, String message) {
    if (broken) {
      errors.computeIfAbsent(field, key -> new ArrayList<>()).add(message);
    }
    return this;
  }

  /** Adds that there has to be some text, if there is none. */
  public Violations addIfBlank(@Nullable String text, String field) {
    return addIf(text == null || text.isBlank(), field, BLANK);
  }

  /** Adds that the text is too short or too long, in characters. */
  public Violations addUnlessLength(String text, int minimum, int maximum, String field) {
    int length = text.codePointCount(0, text.length());
    return addIf(
            length < minimum, field, "is too short (minimum is %d characters)".formatted(minimum))
        .addIf(
            length > maximum, field, "is too long (maximum is %d characters)".formatted(maximum));
  }

  /** Adds that what should fit on a line is too long, if it is. */
  public Violations addIfLongLine(@Nullable String text, String field) {
    return text == null ? this : addUnlessLength(text, 0, LONGEST_LINE, field);
  }

  /** Adds that a text of any number of lines is too long, if it is. */
  public Violations addIfLongText(@Nullable String text, String field) {
    return text == null ? this : addUnlessLength(text, 0, LONGEST_TEXT, field);
  }

  /** Adds that JSON which is kept as it is is too long, if it is. */
  public Violations addIfLongJson(@Nullable String text, String field) {
    return text == null ? this : addUnlessLength(text, 0, LONGEST_JSON, field);
  }

  /** Whether nothing is wrong with the field so far. */
  public boolean allows(String field) {
    return !errors.containsKey(field);
  }

  /**
   * Ends the check.
   *
   * @throws Failure.Invalid if anything was wrong
   */
  public void throwIfAny() {
    if (!errors.isEmpty()) {
      throw new Failure.Invalid(errors);
    }
  }
}
