package org.kitstream.bridge.metrics;

import java.util.Locale;
import java.util.Map;

/**
 * A page of metrics in the text format of Prometheus, version 0.0.4. Every name starts with {@code
 * kitstream_bridge_}. Used by one thread.
 */
public final class Exposition {

  private static final String PREFIX = "kitstream_bridge_";

  private final StringBuilder text = new StringBuilder(4_096);
  private String name = "";

  /** Begins a number that only grows. */
  public void counter(String ofName, String help) {
    begin(ofName, help, "counter");
  }

  /** Begins a number that comes and goes. */
  public void gauge(String ofName, String help) {
    begin(ofName, help, "gauge");
  }

  /** The only value of what was begun. */
  public void sample(long value) {
    text.append(PREFIX).append(name).append(' ').append(value).append('\n');
  }

  /** The value of what was begun, for that label. */
  public void sample(String label, String of, long value) {
    String escaped = of.replace("\\", "\\\\").replace("\"", "\\\"").replace("\n", "\\n");
    text.append(PREFIX).append(name).append('{').append(label).append("=\"").append(escaped);
    text.append("\"} ").append(value).append('\n');
  }

  /** A value for each reason, in lower case. */
  public void samples(String label, Map<? extends Enum<?>, ? extends Number> values) {
    values.forEach(
        (of, value) -> sample(label, of.name().toLowerCase(Locale.ROOT), value.longValue()));
  }

  /** The page. */
  public String text() {
    return text.toString();
  }

  private void begin(String ofName, String help, String type) {
    name = ofName;
    text.append("# HELP ").append(PREFIX).append(name).append(' ').append(help).append('\n');
    text.append("# TYPE ").append(PREFIX).append(name).append(' ').append(type).append('\n');
  }
}
