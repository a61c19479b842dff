package org.kitstream.ops.box;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;
import org.kitstream.contract.history.HistorySchema;

/** What InfluxDB holds, asked directly. */
final class StoredPoints {

  private StoredPoints() {}

  /** Every stored value of one sensor of one device. */
  static Map<Instant, Double> of(BoxProcess box, long device, int sensorId) throws Exception {
    String query =
        "SELECT \"%s\" FROM %s WHERE %s = '%d'"
            .formatted(
                HistorySchema.valueField(sensorId),
                HistorySchema.READINGS,
                HistorySchema.DEVICE_TAG,
                device);
    String path =
        "/query?epoch=ms&db="
            + HistorySchema.DATABASE
            + "&q="
            + URLEncoder.encode(query, StandardCharsets.UTF_8);
    Map<Instant, Double> points = new TreeMap<>();
    JsonNode answer = new Rest(box.httpUrl("KITSTREAM_INFLUX_PORT"), "").get(path);
    for (JsonNode row : answer.at("/results/0/series/0/values")) {
      points.put(Instant.ofEpochMilli(row.path(0).longValue()), row.path(1).doubleValue());
    }
    return points;
  }
}
