package org.kitstream.api.surface.v0;

import java.util.LinkedHashMap;
import java.util.Map;
import org.kitstream.contract.device.LatestDocument;
import org.kitstream.contract.device.LatestDocument.LatestValue;

/** The latest document as one flat object: {@code {"12":14.4,"12_raw":25132,"recorded_at":…}}. */
final class FlatData {

  private FlatData() {}

  static Map<String, Object> of(LatestDocument latest) {
    Map<String, Object> flat = new LinkedHashMap<>();
    for (LatestValue one : latest.values()) {
      Double value = one.value();
      if (value != null) {
        flat.put(Integer.toString(one.sensorId()), value);
      }
      Number raw = Answers.posted(one.raw());
      if (raw != null) {
        flat.put(one.sensorId() + "_raw", raw);
      }
    }
    flat.put("recorded_at", latest.recordedAt());
    flat.put("added_at", latest.receivedAt());
    flat.put("calibrated_at", latest.processedAt());
    return flat;
  }
}
