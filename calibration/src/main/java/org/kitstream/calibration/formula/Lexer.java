package org.kitstream.calibration.formula;

import java.util.List;
import java.util.Map;
import org.kitstream.calibration.formula.Token.Kind;

/** Cuts a text into tokens, one at a time, so that a hopeless text costs only its beginning. */
final class Lexer {

  /** Longer ones first. */
  private static final List<String> SYMBOLS =
      List.of(
          "<=", ">=", "==", "!=", "<", ">", "+", "-", "*", "/", "^", "(", ")", "{", "}", ":", ",",
          ".");

  /** What people write who know another language. */
  private static final Map<Character, String> HINTS =
      Map.of(
          '=', "to compare, write ==",
          '&', "write and",
          '|', "write or",
          '!', "write not",
          '\'', "write sensor keys in double quotes",
          '[', "write ( and )");

  private final Source source;
  private final String text;
  private int position;

  Lexer(Source source) {
    this.source = source;
    this.text = source.text();
  }

  Token next() {
    while (position < text.length() && isBlank(text.charAt(position))) {
      position++;
    }
    int start = position;
    if (start == text.length()) {
      return new Token(Kind.END, "", start);
    }
    char first = text.charAt(start);
    if (isDigit(first)) {
      return number(start);
    }
    if (isLetter(first)) {
      skipWhileNameGoesOn();
      return new Token(Kind.NAME, text.substring(start, position), start);
    }
    return first == '"' ? quoted(start) : symbol(start);
  }

  private Token number(int start) {
    skipDigits();
    if (isAt('.')) {
      position++;
      needDigits("a digit must follow the decimal point");
    }
    if (isAt('e') || isAt('E')) {
      position++;
      if (isAt('+') || isAt('-')) {
        position++;
      }
      needDigits("a digit must follow the e of an exponent");
    }
    return new Token(Kind.NUMBER, text.substring(start, position), start);
  }

  private void needDigits(String sentence) {
    int start = position;
    skipDigits();
    if (position == start) {
      throw source.error(start, sentence);
    }
  }

  private void skipDigits() {
    while (position < text.length() && isDigit(text.charAt(position))) {
      position++;
    }
  }

  private void skipWhileNameGoesOn() {
    while (position < text.length() && isNamePart(text.charAt(position))) {
      position++;
    }
  }

  private Token quoted(int start) {
    int end = text.indexOf('"', start + 1);
    if (end < 0) {
      throw source.error(start, "the closing \" is missing");
    }
    position = end + 1;
    return new Token(Kind.TEXT, text.substring(start + 1, end), start);
  }

  private Token symbol(int start) {
    for (String symbol : SYMBOLS) {
      if (text.startsWith(symbol, start)) {
        position += symbol.length();
        return new Token(Kind.SYMBOL, symbol, start);
      }
    }
    throw unknownCharacter(start);
  }

  private FormulaException unknownCharacter(int at) {
    int codePoint = text.codePointAt(at);
    String shown =
        codePoint > ' ' && codePoint < 0x7f
            ? '"' + Character.toString(codePoint) + '"'
            : String.format("character U+%04X", codePoint);
    String hint = HINTS.get(text.charAt(at));
    return source.error(at, "unexpected " + shown + (hint == null ? "" : "; " + hint));
  }

  private boolean isAt(char c) {
    return position < text.length() && text.charAt(position) == c;
  }

  private static boolean isBlank(char c) {
    return c == ' ' || c == '\t' || c == '\n' || c == '\r';
  }

  static boolean isDigit(char c) {
    return c >= '0' && c <= '9';
  }

  static boolean isLetter(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_';
  }

  static boolean isNamePart(char c) {
    return isLetter(c) || isDigit(c);
  }
}
