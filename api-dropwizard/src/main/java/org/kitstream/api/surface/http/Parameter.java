package org.kitstream.api.surface.http;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.kitstream.api.filters.Filterable;

/**
 * A parameter as it is declared.
 *
 * @param about for people: what it is
 * @param inQuery whether it counts in the query alone
 * @param oneOf all values that there are; none for any
 * @param members of an object: those that it can have; null for any
 * @param filters of {@link Kind#FILTERS}: what the list can be filtered by; else null
 */
public record Parameter(
    String name,
    Kind kind,
    String about,
    boolean required,
    boolean inQuery,
    List<String> oneOf,
    @Nullable Declared members,
    @Nullable Filterable filters) {

  private static final String FILTERS = "q";

  static Parameter of(Takes takes) {
    Declared members =
        takes.members() == void.class ? null : Declared.by(takes.members()).optional();
    return new Parameter(
        takes.value(),
        takes.as(),
        takes.about(),
        takes.required(),
        takes.inQuery(),
        List.of(takes.oneOf()),
        members,
        null);
  }

  static Parameter of(FilteredBy filtered) {
    try {
      Filterable list = filtered.value().getConstructor().newInstance().get();
      String about = "Filters: q[attribute_predicate]=value; q[s]=attribute asc or desc sorts.";
      return new Parameter(FILTERS, Kind.FILTERS, about, false, true, List.of(), null, list);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(filtered.value() + " cannot be made", e);
    }
  }

  Parameter optional() {
    return new Parameter(name, kind, about, false, inQuery, oneOf, members, filters);
  }
}
