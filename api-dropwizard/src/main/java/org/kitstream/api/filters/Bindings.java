package org.kitstream.api.filters;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.kitstream.api.failure.Failure;

/** Gathers the values of a statement under names of its own. */
final class Bindings {

  private static final int MOST = 1_000;

  private final Map<String, @Nullable Object> values = new HashMap<>();

  /**
   * Binds a value; the text that stands for it in the statement.
   *
   * @throws Failure.BadRequest if there are too many
   */
  String add(Object value) {
    if (values.size() == MOST) {
      throw new Failure.BadRequest("More than " + MOST + " values to search for");
    }
    String name = "f" + values.size();
    values.put(name, value);
    return ":" + name;
  }

  Map<String, @Nullable Object> values() {
    return values;
  }
}
