package org.kitstream.jobs.history;

import java.io.IOException;
import org.kitstream.contract.reading.Refusal.Reason;

/** Takes the lines that InfluxDB will never take. Used by one thread at a time. */
interface RefusedLines extends AutoCloseable {

  /** Keeps a line, perhaps in memory until {@link #flush()}. */
  void refuse(HistoryLine line, Reason reason, String sentence);

  /**
   * Returns when all that was refused is kept for good.
   *
   * @throws IOException if it cannot be
   */
  void flush() throws IOException, InterruptedException;

  @Override
  void close();
}
