package org.kitstream.jobs.history;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import org.apache.flink.runtime.execution.SuppressRestartsException;
import org.kitstream.contract.reading.Refusal.Reason;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Brings lines to InfluxDB, whatever it answers:
 *
 * <ul>
 *   <li>2xx: done.
 *   <li>400: the lines that the answer names are refused, the others are stored. Where it names
 *       none, the batch is halved until the culprits stand alone; it is never sent again whole.
 *   <li>413: halved; a single line is refused.
 *   <li>429, 5xx, no answer in time, no connection: sent again, for ever, with a pause that grows
 *       from {@link #FIRST_PAUSE} to {@link #LONGEST_PAUSE}.
 *   <li>Anything else (401, 403, 404 …): the job stops and is not restarted, for only a human can
 *       help.
 * </ul>
 *
 * Used by one thread at a time.
 */
final class InfluxDelivery {

  static final Duration FIRST_PAUSE = Duration.ofMillis(100);
  static final Duration LONGEST_PAUSE = Duration.ofSeconds(10);

  private static final Logger LOGGER = LoggerFactory.getLogger(InfluxDelivery.class);

  private final InfluxClient client;
  private final RefusedLines refused;
  private final DeliveryCounters counters;
  private boolean databaseIsThere;

  InfluxDelivery(InfluxClient client, RefusedLines refused, DeliveryCounters counters) {
    this.client = client;
    this.refused = refused;
    this.counters = counters;
  }

  /** A request that can be sent again. */
  private interface Request {
    HttpResponse<byte[]> send() throws IOException, InterruptedException;
  }

  /** Returns when every line is stored or refused. Blocks for as long as InfluxDB is away. */
  void deliver(List<HistoryLine> lines) throws InterruptedException {
    if (!databaseIsThere) {
      HttpResponse<byte[]> answer = persist(client::createDatabase);
      if (answer.statusCode() != 200) {
        throw stop(answer);
      }
      databaseIsThere = true;
    }
    Deque<List<HistoryLine>> parts = new ArrayDeque<>();
    parts.push(lines);
    while (!parts.isEmpty()) {
      List<HistoryLine> part = parts.pop();
      if (!part.isEmpty()) {
        judge(persist(() -> client.write(part)), part, parts);
      }
    }
  }

  private void judge(
      HttpResponse<byte[]> answer, List<HistoryLine> part, Deque<List<HistoryLine>> parts) {
    int status = answer.statusCode();
    if (status / 100 == 2) {
      counters.stored.inc(part.size());
    } else if (status == 400) {
      sortOut(InfluxError.of(answer.body()), part, parts);
    } else if (status == 413 && part.size() == 1) {
      refuse(part.get(0), Reason.TOO_LARGE, "InfluxDB: the line is too large");
    } else if (status == 413) {
      halve(part, parts);
    } else {
      throw stop(answer);
    }
  }

  private void sortOut(InfluxError error, List<HistoryLine> part, Deque<List<HistoryLine>> parts) {
    List<InfluxError.Named> named = error.namedAmong(part);
    if (!named.isEmpty()) {
      counters.stored.inc(part.size() - named.size());
      named.forEach(one -> refuse(one.line(), Reason.NOT_STORED, "InfluxDB: " + one.why()));
    } else if (part.size() == 1 || error.dropsAll(part.size())) {
      part.forEach(line -> refuse(line, Reason.NOT_STORED, "InfluxDB: " + error.sentence()));
    } else {
      halve(part, parts);
    }
  }

  private void refuse(HistoryLine line, Reason reason, String sentence) {
    counters.refused.inc();
    refused.refuse(line, reason, sentence);
  }

  /** Earlier lines stay first: a later one may overwrite them. */
  private static void halve(List<HistoryLine> part, Deque<List<HistoryLine>> parts) {
    int middle = part.size() / 2;
    parts.push(part.subList(middle, part.size()));
    parts.push(part.subList(0, middle));
  }

  private HttpResponse<byte[]> persist(Request request) throws InterruptedException {
    Duration pause = FIRST_PAUSE;
    while (true) {
      String trouble;
      try {
        HttpResponse<byte[]> answer = request.send();
        if (answer.statusCode() != 429 && answer.statusCode() / 100 != 5) {
          return answer;
        }
        trouble = "status " + answer.statusCode();
      } catch (IOException e) {
        trouble = e.toString();
      }
      counters.retries.inc();
      if (pause.equals(FIRST_PAUSE)) {
        LOGGER.warn("InfluxDB does not take lines, trying again until it does: {}", trouble);
      }
      Thread.sleep(pause.toMillis());
      Duration doubled = pause.multipliedBy(2);
      pause = doubled.compareTo(LONGEST_PAUSE) < 0 ? doubled : LONGEST_PAUSE;
    }
  }

  private static SuppressRestartsException stop(HttpResponse<byte[]> answer) {
    return new SuppressRestartsException(
        new IOException(
            "InfluxDB answered "
                + answer.statusCode()
                + ": "
                + InfluxError.of(answer.body()).sentence()));
  }
}
