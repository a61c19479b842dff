package org.kitstream.api.sensors;

import java.util.function.Supplier;
import org.kitstream.api.filters.Attributes;
import org.kitstream.api.filters.Filterable;

/** What the list of sensors can be filtered and sorted by. */
public final class SensorFilters implements Supplier<Filterable> {

  static final Filterable SENSORS = Attributes.sensors().build();

  @Override
  public Filterable get() {
    return SENSORS;
  }
}
