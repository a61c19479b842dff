package org.kitstream.api.experiments;

import java.util.function.Supplier;
import org.kitstream.api.filters.Filterable;

/** What the list of experiments can be filtered and sorted by. */
public final class ExperimentFilters implements Supplier<Filterable> {

  static final Filterable EXPERIMENTS =
      Filterable.of("experiments")
          .integers("id", "owner_id")
          .texts("name", "description")
          .flags("is_test")
          .times("starts_at", "ends_at", "created_at", "updated_at")
          .build();

  @Override
  public Filterable get() {
    return EXPERIMENTS;
  }
}
