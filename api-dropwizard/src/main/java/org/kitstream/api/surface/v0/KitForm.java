package org.kitstream.api.surface.v0;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.kitstream.api.kits.KitDraft;
import org.kitstream.api.surface.http.Kind;
import org.kitstream.api.surface.http.Parameters;
import org.kitstream.api.surface.http.Takes;

/** What a request says of a kit: each parameter that it gives, over what there is. */
@Takes(value = "name", required = true, about = "To 255 characters.")
@Takes(value = "description", required = true, about = "To 5000 characters.")
@Takes(value = "slug", about = "Its name in addresses.")
@Takes(value = "sensor_ids", as = Kind.INTEGERS, about = "Which sensors it has.")
@Takes(value = "sensor_map", as = Kind.OBJECT, about = "Ids of sensors by their keys on the board.")
final class KitForm {

  private KitForm() {}

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
