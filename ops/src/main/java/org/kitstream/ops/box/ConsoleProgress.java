package org.kitstream.ops.box;

import java.io.PrintWriter;
import java.time.Duration;
import java.util.Locale;

/** Progress for a person who looks at a terminal or a log. */
final class ConsoleProgress implements Progress {

  private final PrintWriter out;
  private boolean lineIsOpen;

  ConsoleProgress(PrintWriter out) {
    this.out = out;
  }

  @Override
  public void starting(String part) {
    out.printf(Locale.ROOT, "  %-22s", part);
    lineIsOpen = true;
    out.flush();
  }

  @Override
  public void ready(String part, Duration took) {
    out.printf(Locale.ROOT, " ready after %5.1f s%n", took.toMillis() / 1000.0);
    lineIsOpen = false;
    out.flush();
  }

  @Override
  public void stopping(String part) {
    if (lineIsOpen) {
      out.println(" did not start");
      lineIsOpen = false;
    }
    out.printf(Locale.ROOT, "  stopping %s%n", part);
    out.flush();
  }
}
