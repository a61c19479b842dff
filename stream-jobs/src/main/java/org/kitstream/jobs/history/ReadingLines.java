package org.kitstream.jobs.history;

import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.functions.RichMapFunction;
import org.kitstream.contract.reading.ProcessedReading;

/** Each processed reading to its line. Without state. */
@SuppressWarnings("NullAway.Init") // Flink calls open before anything else
final class ReadingLines extends RichMapFunction<ProcessedReading, HistoryLine> {

  private transient ReadingLine line;

  @Override
  public void open(OpenContext context) {
    line = new ReadingLine();
  }

  @Override
  public HistoryLine map(ProcessedReading reading) {
    return line.write(reading);
  }
}
