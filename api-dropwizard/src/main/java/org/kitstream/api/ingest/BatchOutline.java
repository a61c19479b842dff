package org.kitstream.api.ingest;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.util.Optional;

/**
 * What a door has to know of a body of JSON before it takes it; all else is for the calibration
 * job.
 *
 * @param items how many items {@code data} has
 * @param firstHasTime whether the first item says when it was measured
 */
record BatchOutline(Data data, int items, boolean firstHasTime) {

  /** What the member {@code data} of the object is. */
  enum Data {
    ABSENT,
    ARRAY,
    OTHER
  }

  private static final BatchOutline NO_DATA = new BatchOutline(Data.ABSENT, 0, false);
  private static final JsonFactory JSON = new JsonFactory();

  /** The outline of a body; empty if it is no JSON. */
  static Optional<BatchOutline> of(byte[] body) {
    try (JsonParser parser = JSON.createParser(body)) {
      JsonToken first = parser.nextToken();
      if (first == null) {
        return Optional.empty();
      }
      BatchOutline outline = first == JsonToken.START_OBJECT ? ofObject(parser) : NO_DATA;
      parser.skipChildren();
      return parser.nextToken() == null ? Optional.of(outline) : Optional.empty();
    } catch (IOException e) {
      return Optional.empty();
    }
  }

  private static BatchOutline ofObject(JsonParser parser) throws IOException {
    BatchOutline outline = NO_DATA;
    while (parser.nextToken() == JsonToken.FIELD_NAME) {
      boolean data = parser.currentName().equals("data");
      JsonToken value = parser.nextToken();
      if (data && value == JsonToken.START_ARRAY) {
        outline = ofArray(parser);
      } else {
        if (data) {
          Data kind = value == JsonToken.VALUE_NULL ? Data.ABSENT : Data.OTHER;
          outline = new BatchOutline(kind, 0, false);
        }
        parser.skipChildren();
      }
    }
    return outline;
  }

  private static BatchOutline ofArray(JsonParser parser) throws IOException {
    int items = 0;
    boolean firstHasTime = false;
    for (JsonToken item = parser.nextToken();
        item != null && item != JsonToken.END_ARRAY;
        item = parser.nextToken()) {
      if (items++ == 0 && item == JsonToken.START_OBJECT) {
        firstHasTime = hasTime(parser);
      } else {
        parser.skipChildren();
      }
    }
    return new BatchOutline(Data.ARRAY, items, firstHasTime);
  }

  private static boolean hasTime(JsonParser parser) throws IOException {
    boolean hasTime = false;
    while (parser.nextToken() == JsonToken.FIELD_NAME) {
      boolean recordedAt = parser.currentName().equals("recorded_at");
      JsonToken value = parser.nextToken();
      if (recordedAt) {
        hasTime = value != JsonToken.VALUE_NULL && !parser.getText().isBlank();
      }
      parser.skipChildren();
    }
    return hasTime;
  }
}
