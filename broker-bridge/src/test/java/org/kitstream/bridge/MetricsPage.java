package org.kitstream.bridge;

/** Reads a page of metrics. */
final class MetricsPage {

  private MetricsPage() {}

  /** The value of a sample, named without the prefix that all have. */
  static long value(String page, String sample) {
    return page.lines()
        .filter(line -> line.startsWith("kitstream_bridge_" + sample + " "))
        .map(line -> Long.parseLong(line.substring(line.lastIndexOf(' ') + 1)))
        .findFirst()
        .orElseThrow(() -> new AssertionError("no " + sample + " in\n" + page));
  }
}
