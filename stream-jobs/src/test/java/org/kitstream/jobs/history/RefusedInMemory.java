package org.kitstream.jobs.history;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.util.ArrayList;
import java.util.List;
import org.kitstream.contract.reading.Refusal.Reason;

/** Refused lines in a list. */
final class RefusedInMemory implements RefusedLines {

  private final List<String> lines = new ArrayList<>();
  private final List<Reason> reasons = new ArrayList<>();
  private final List<String> sentences = new ArrayList<>();

  @Override
  public synchronized void refuse(HistoryLine line, Reason reason, String sentence) {
    lines.add(new String(line.text(), US_ASCII));
    reasons.add(reason);
    sentences.add(sentence);
  }

  List<String> lines() {
    return lines;
  }

  List<Reason> reasons() {
    return reasons;
  }

  List<String> sentences() {
    return sentences;
  }

  @Override
  public void flush() {}

  @Override
  public void close() {}
}
