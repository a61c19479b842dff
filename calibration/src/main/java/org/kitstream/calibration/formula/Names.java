package org.kitstream.calibration.formula;

import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/**
 * What names mean in one formula.
 *
 * @param coefficients finite, none under a name that the language owns
 */
record Names(Map<String, Double> coefficients) {

  /** The words that are no functions. */
  private static final Set<String> WORDS = Set.of("x", "sensor", "and", "or", "not");

  /** The functions with a form of their own; the others are in {@link Functions}. */
  private static final Set<String> SPECIAL_FUNCTIONS = Set.of("if", "interp", "table");

  /** Checks the coefficients; a bad one is reported at the start of the formula. */
  static Names of(Source source, Map<String, Double> coefficients) {
    coefficients.forEach(
        (name, number) -> {
          if (!isName(name)) {
            throw source.error(0, "a coefficient cannot be called \"" + name + '"');
          }
          if (isTaken(name)) {
            throw source.error(0, '"' + name + "\" is a word of the language, not a coefficient");
          }
          if (!Double.isFinite(number)) {
            throw source.error(0, "coefficient \"" + name + "\" is " + number);
          }
        });
    return new Names(Map.copyOf(coefficients));
  }

  static boolean isFunction(String name) {
    return Functions.names().contains(name) || SPECIAL_FUNCTIONS.contains(name);
  }

  FormulaException unknownFunction(Tokens tokens, Token name) {
    Set<String> known = functions();
    known.add("sensor");
    return tokens.error(name, "unknown function " + name.shown() + suggestion(name, known));
  }

  /** For a name that stands where a number must and is none. */
  FormulaException notANumber(Tokens tokens, Token name) {
    if (isFunction(name.text())) {
      return tokens.error(name, name.shown() + " is a function; write " + name.text() + "(…)");
    }
    if (WORDS.contains(name.text())) {
      return tokens.error(name, "expected a number, found " + name.shown());
    }
    Set<String> known = functions();
    known.addAll(WORDS);
    known.addAll(coefficients.keySet());
    return tokens.error(name, "unknown name " + name.shown() + suggestion(name, known));
  }

  private static String suggestion(Token name, Set<String> known) {
    return Suggestion.nearest(name.text(), known)
        .map(nearest -> "; did you mean \"" + nearest + "\"?")
        .orElse("");
  }

  private static Set<String> functions() {
    Set<String> functions = new HashSet<>(Functions.names());
    functions.addAll(SPECIAL_FUNCTIONS);
    return functions;
  }

  private static boolean isTaken(String name) {
    return isFunction(name) || WORDS.contains(name);
  }

  private static boolean isName(String name) {
    return !name.isEmpty()
        && Lexer.isLetter(name.charAt(0))
        && name.chars().allMatch(c -> Lexer.isNamePart((char) c));
  }
}
