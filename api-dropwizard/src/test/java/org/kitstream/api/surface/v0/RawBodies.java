package org.kitstream.api.surface.v0;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.kitstream.api.surface.v0.Described.Operation;

/** Bodies that are right, of operations that read them as they come. */
final class RawBodies {

  private static final String JSON = "application/json";
  private static final Map<String, RawBody> BODIES =
      Map.of(
          "POST /v0/devices/{id}/readings", new RawBody(JSON, "{\"data\":[]}"),
          "POST /v0/devices/{id}/readings/upload",
              new RawBody("text/csv", "time,55\n2018-12-06T00:00:26Z,21.5\n"),
          "POST /push/sensor-community", new RawBody(JSON, "{\"sensordatavalues\":[]}"),
          "POST /push/city-probe", new RawBody(JSON, "{}"));

  private RawBodies() {}

  record RawBody(String type, String text) {}

  static @Nullable RawBody of(Operation operation) {
    return BODIES.get(operation.toString());
  }
}
