package org.kitstream.api.uploads;

/** A file that is no table of readings, with a sentence for its owner. */
final class UnreadableException extends Exception {

  UnreadableException(String sentence) {
    super(sentence, null, false, false);
  }

  /** For the owner of the file: what is wrong with it. */
  String sentence() {
    return String.valueOf(getMessage());
  }
}
