package org.kitstream.jobs;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;

/** Asks the InfluxDB of the {@link Stack}. */
public final class Influx {

  private static final HttpClient HTTP = HttpClient.newHttpClient();

  private Influx() {}

  /**
   * The answer's rows as CSV, without the header: measurement, tags, time in milliseconds, then the
   * selected fields. As text, so that no number is read by the code under test.
   */
  public static List<String> rows(String database, String query) {
    String csv = post(database, query);
    return csv.lines().filter(row -> !row.startsWith("name,")).toList();
  }

  /** The one field of the one row. */
  public static String cell(String database, String query) {
    List<String> rows = rows(database, query);
    return rows.size() == 1 ? rows.get(0).substring(rows.get(0).lastIndexOf(',') + 1) : "" + rows;
  }

  private static String post(String database, String query) {
    URI uri =
        Stack.influx()
            .url()
            .resolve("/query?db=" + database + "&epoch=ms&q=" + URLEncoder.encode(query, UTF_8));
    HttpRequest request =
        HttpRequest.newBuilder(uri)
            .header("Accept", "application/csv")
            .POST(HttpRequest.BodyPublishers.noBody())
            .build();
    try {
      return HTTP.send(request, BodyHandlers.ofString()).body();
    } catch (IOException | InterruptedException e) {
      throw new IllegalStateException(query, e);
    }
  }
}
