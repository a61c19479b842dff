package org.kitstream.calibration.formula;

/**
 * A word of the language.
 *
 * @param text as written, without the quotes of a {@code TEXT}; empty at the end
 * @param offset of its first char
 */
record Token(Kind kind, String text, int offset) {

  private static final int SHOWN = 40;

  enum Kind {
    NUMBER,
    NAME,
    TEXT,
    SYMBOL,
    END
  }

  /** Whether it is this symbol or this word of the language. */
  boolean is(String word) {
    return (kind == Kind.SYMBOL || kind == Kind.NAME) && text.equals(word);
  }

  /** In quotes for a message, shortened. */
  String shown() {
    String start = text.length() <= SHOWN ? text : text.substring(0, SHOWN) + "…";
    return '"' + start + '"';
  }
}
