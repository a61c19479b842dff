package org.kitstream.api.uploads;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.kitstream.contract.reading.Refusal.Reason;

/** Counts what is refused, by reason, and keeps the first examples. Not thread-safe. */
final class Tally {

  private static final int EXAMPLES = 5;

  private final Map<String, Entry> entries = new LinkedHashMap<>();

  void add(Row.Refused row) {
    entry(row.reason(), row.sentence())
        .add(new UploadReport.Example(row.line(), row.field(), row.text()));
  }

  void add(long line, Row.RefusedCell cell) {
    entry(Reason.VALUE_NOT_A_NUMBER, "The value is not a number.")
        .add(new UploadReport.Example(line, cell.column().title(), cell.text()));
  }

  List<UploadReport.Refusals> toList() {
    return entries.values().stream().map(Entry::toRefusals).toList();
  }

  private Entry entry(Reason reason, String sentence) {
    return entries.computeIfAbsent(sentence, key -> new Entry(reason, sentence));
  }

  private static final class Entry {

    private final Reason reason;
    private final String sentence;
    private final List<UploadReport.Example> examples = new ArrayList<>(EXAMPLES);
    private long count;

    Entry(Reason reason, String sentence) {
      this.reason = reason;
      this.sentence = sentence;
    }

    void add(UploadReport.Example example) {
      count++;
      if (examples.size() < EXAMPLES) {
        examples.add(example);
      }
    }

    UploadReport.Refusals toRefusals() {
      return new UploadReport.Refusals(reason, sentence, count, List.copyOf(examples));
    }
  }

  /** How often something happened and where first. */
  static final class Count {

    private long times;
    private @Nullable Long firstLine;

    void at(long line) {
      times++;
      if (firstLine == null) {
        firstLine = line;
      }
    }

    List<UploadReport.Problem> as(UploadReport.Suspicion suspicion, String sentence) {
      return times == 0
          ? List.of()
          : List.of(new UploadReport.Problem(suspicion, sentence, times, firstLine));
    }
  }
}
