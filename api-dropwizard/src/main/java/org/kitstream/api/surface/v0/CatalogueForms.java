package org.kitstream.api.surface.v0;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.kitstream.api.kits.KitDraft;
import org.kitstream.api.sensors.MeasurementDraft;
import org.kitstream.api.sensors.SensorDraft;
import org.kitstream.api.surface.http.Parameters;

/** What requests say of the catalogue: each parameter that they give, over what there is. */
final class CatalogueForms {

  private CatalogueForms() {}

  static SensorDraft over(SensorDraft now, Parameters given) {
    return new SensorDraft(
        given.text("name", now.name()),
        given.text("description", now.description()),
        given.text("unit", now.unit()),
        given.integer("measurement_id", now.measurementId()),
        given.presentText("default_key", now.defaultKey()),
        given.presentText("datasheet", now.datasheet()),
        given.presentText("unit_definition", now.unitDefinition()));
  }

  static MeasurementDraft over(MeasurementDraft now, Parameters given) {
    return new MeasurementDraft(
        given.text("name", now.name()),
        given.text("description", now.description()),
        given.text("unit", now.unit()),
        given.presentText("definition", now.definition()));
  }

  static KitDraft over(KitDraft now, Parameters given) {
    return new KitDraft(
        given.text("name", now.name()),
        given.text("description", now.description()),
        given.presentText("slug", now.slug()),
        given.integers("sensor_ids", null),
        sensorMap(given.object("sensor_map")));
  }

  private static @Nullable Map<String, Integer> sensorMap(Optional<Parameters> given) {
    if (given.isEmpty()) {
      return null;
    }
    Map<String, Integer> map = new LinkedHashMap<>();
    for (String key : given.get().names()) {
      Integer sensorId = given.get().integer(key, null);
      if (sensorId != null) {
        map.put(key, sensorId);
      }
    }
    return map;
  }
}
