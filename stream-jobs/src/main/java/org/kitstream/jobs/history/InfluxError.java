package org.kitstream.jobs.history;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.kitstream.contract.json.JsonCodec;
import org.kitstream.contract.json.MalformedMessageException;

/**
 * What InfluxDB 1.x says with a 400.
 *
 * @param error the sentence; it names lines that cannot be parsed, or counts points that are
 *     dropped
 */
record InfluxError(@Nullable String error) {

  private static final JsonCodec<InfluxError> CODEC = JsonCodec.of(InfluxError.class);
  private static final Pattern NAMED_LINE =
      Pattern.compile("unable to parse '(.*?)': (.*)", Pattern.MULTILINE);
  private static final Pattern DROPPED = Pattern.compile("dropped=(\\d+)\\s*$");

  /** A line that was named, and why it was refused. */
  record Named(HistoryLine line, String why) {}

  static InfluxError of(byte[] body) {
    try {
      return CODEC.decode(body);
    } catch (MalformedMessageException e) {
      return new InfluxError(new String(body, UTF_8));
    }
  }

  String sentence() {
    return error == null ? "no reason given" : error;
  }

  /** The lines that the sentence names. */
  List<Named> namedAmong(List<HistoryLine> lines) {
    Map<String, String> whyByText = new HashMap<>();
    Matcher matcher = NAMED_LINE.matcher(sentence());
    while (matcher.find()) {
      whyByText.put(matcher.group(1), matcher.group(2));
    }
    List<Named> named = new ArrayList<>();
    Set<String> found = new HashSet<>();
    for (HistoryLine line : whyByText.isEmpty() ? List.<HistoryLine>of() : lines) {
      String text = new String(line.text(), US_ASCII);
      String why = whyByText.get(text);
      if (why != null) {
        found.add(text);
        named.add(new Named(line, why));
      }
    }
    return found.size() == whyByText.size() ? named : List.of();
  }

  /** Whether the sentence says that none of that many points was stored. */
  boolean dropsAll(int points) {
    Matcher matcher = DROPPED.matcher(sentence());
    return matcher.find() && matcher.group(1).equals(Integer.toString(points));
  }
}
