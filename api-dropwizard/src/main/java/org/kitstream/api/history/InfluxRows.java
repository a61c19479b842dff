package org.kitstream.api.history;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.io.InputStream;
import org.jspecify.annotations.Nullable;

/**
 * Reads InfluxDB's answer to a query for one field while it arrives: a JSON document for every
 * chunk, all but the last marked as partial.
 */
final class InfluxRows {

  private static final JsonFactory JSON = new JsonFactory();

  /** The history job makes the database with the first reading: before it there are no points. */
  private static final String NO_DATABASE_YET = "database not found";

  private final JsonParser parser;
  private final PointSink sink;
  private boolean partial;

  private InfluxRows(JsonParser parser, PointSink sink) {
    this.parser = parser;
    this.sink = sink;
  }

  /**
   * Hands every row to the sink.
   *
   * @throws IOException if the answer reports an error, is malformed, or ends too soon
   */
  static void read(InputStream body, PointSink sink) throws IOException {
    try (JsonParser parser = JSON.createParser(body)) {
      new InfluxRows(parser, sink).readAll();
    }
  }

  private void readAll() throws IOException {
    boolean answered = false;
    for (JsonToken token = next(); token != null; token = next()) {
      if (token == JsonToken.FIELD_NAME) {
        readMember();
      }
      answered = true;
    }
    if (partial || !answered) {
      throw new IOException("the answer ended before all points came");
    }
  }

  private @Nullable JsonToken next() throws IOException {
    return parser.nextToken();
  }

  private void readMember() throws IOException {
    String name = parser.currentName();
    if (name.equals("results")) {
      partial = false;
    } else if (name.equals("partial")) {
      partial |= parser.nextBooleanValue();
    } else if (name.equals("error")) {
      readError(parser.nextTextValue());
    } else if (name.equals("values")) {
      readRows();
    }
  }

  private static void readError(@Nullable String error) throws IOException {
    if (error == null || !error.startsWith(NO_DATABASE_YET)) {
      throw new IOException(error);
    }
  }

  private void readRows() throws IOException {
    parser.nextToken();
    while (parser.nextToken() == JsonToken.START_ARRAY) {
      parser.nextToken();
      long time = parser.getLongValue();
      parser.nextToken();
      sink.accept(time, parser.getDoubleValue());
      parser.nextToken();
    }
  }
}
