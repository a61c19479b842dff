package org.kitstream.api.surface.v0;

import org.kitstream.api.sensors.SensorDraft;
import org.kitstream.api.surface.http.Kind;
import org.kitstream.api.surface.http.Parameters;
import org.kitstream.api.surface.http.Takes;

/** What a request says of a sensor: each parameter that it gives, over what there is. */
@Takes(value = "name", required = true, about = "To 255 characters.")
@Takes(value = "description", required = true, about = "To 5000 characters.")
@Takes(value = "unit", about = "To 255 characters.")
@Takes(value = "measurement_id", as = Kind.INTEGER, about = "What it measures.")
@Takes(value = "default_key", about = "Its name on boards that say nothing else.")
@Takes(value = "datasheet", about = "An address.")
@Takes(value = "unit_definition", about = "An address.")
final class SensorForm {

  private SensorForm() {}

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
}
