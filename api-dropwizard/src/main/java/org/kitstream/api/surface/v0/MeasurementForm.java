package org.kitstream.api.surface.v0;

import org.kitstream.api.sensors.MeasurementDraft;
import org.kitstream.api.surface.http.Parameters;
import org.kitstream.api.surface.http.Takes;

/** What a request says of a measurement: each parameter that it gives, over what there is. */
@Takes(value = "name", required = true, about = "Unique; to 255 characters.")
@Takes(value = "description", required = true, about = "To 5000 characters.")
@Takes(value = "unit", about = "To 255 characters.")
@Takes(value = "definition", about = "An address.")
final class MeasurementForm {

  private MeasurementForm() {}

  static MeasurementDraft over(MeasurementDraft now, Parameters given) {
    return new MeasurementDraft(
        given.text("name", now.name()),
        given.text("description", now.description()),
        given.text("unit", now.unit()),
        given.presentText("definition", now.definition()));
  }
}
