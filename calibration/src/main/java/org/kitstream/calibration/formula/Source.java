package org.kitstream.calibration.formula;

/** The text of a formula; knows where an offset is for a reader. */
record Source(String text) {

  FormulaException error(int offset, String sentence) {
    int line = 1;
    int lineStart = 0;
    for (int i = 0; i < offset; i++) {
      if (text.charAt(i) == '\n') {
        line++;
        lineStart = i + 1;
      }
    }
    return new FormulaException(line, text.codePointCount(lineStart, offset) + 1, sentence);
  }
}
