package org.kitstream.api.history;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URI;
import java.net.URLEncoder;
import java.time.Instant;
import org.kitstream.contract.history.HistorySchema;

/**
 * A query for points in the words of InfluxQL. Nothing but numbers and the names of the schema gets
 * into the text, so nobody can write into it.
 */
final class InfluxQuery {

  /** The times that InfluxDB can hold: nanoseconds in 64 bits. */
  private static final long EARLIEST = -9_223_372_036_854L;

  private static final long LATEST = 9_223_372_036_854L;

  private InfluxQuery() {}

  /** Where to get the points, oldest first, as JSON in chunks with times in milliseconds. */
  static URI uri(URI influx, String database, PointQuery query) {
    return influx.resolve(
        "/query?epoch=ms&chunked=true&db="
            + URLEncoder.encode(database, UTF_8)
            + "&q="
            + URLEncoder.encode(text(query), UTF_8));
  }

  static String text(PointQuery query) {
    String select =
        "SELECT \"%s\" FROM \"%s\" WHERE \"%s\" = '%d' AND time >= %dms AND time <= %dms"
            .formatted(
                field(query),
                HistorySchema.READINGS,
                HistorySchema.DEVICE_TAG,
                query.deviceId(),
                held(query.from()),
                held(query.to()));
    return query.limit() == 0 ? select : select + " LIMIT " + query.limit();
  }

  private static String field(PointQuery query) {
    return query.raw()
        ? HistorySchema.rawField(query.sensorId())
        : HistorySchema.valueField(query.sensorId());
  }

  private static long held(Instant time) {
    return Math.max(EARLIEST, Math.min(LATEST, time.toEpochMilli()));
  }
}
