package org.kitstream.calibration.formula;

import org.kitstream.calibration.formula.Token.Kind;

/** The tokens of a formula with a look at the next one. */
final class Tokens {

  private final Source source;
  private final Lexer lexer;
  private Token next;

  Tokens(Source source) {
    this.source = source;
    this.lexer = new Lexer(source);
    this.next = lexer.next();
  }

  Token peek() {
    return next;
  }

  boolean isAt(String word) {
    return next.is(word);
  }

  Token take() {
    Token taken = next;
    next = lexer.next();
    return taken;
  }

  boolean takeIf(String word) {
    boolean there = next.is(word);
    if (there) {
      take();
    }
    return there;
  }

  /** Takes this symbol or word, or fails saying what it is for. */
  void expect(String word, String purpose) {
    if (!takeIf(word)) {
      throw unexpected('"' + word + "\" " + purpose);
    }
  }

  Token expect(Kind kind, String wanted) {
    if (next.kind() != kind) {
      throw unexpected(wanted);
    }
    return take();
  }

  FormulaException unexpected(String wanted) {
    if (next.kind() != Kind.END) {
      return error(next, "expected " + wanted + ", found " + next.shown());
    }
    return source.text().isBlank()
        ? error(next, "the formula is empty")
        : error(next, "the formula ends where " + wanted + " is expected");
  }

  FormulaException error(Token at, String sentence) {
    return source.error(at.offset(), sentence);
  }
}
