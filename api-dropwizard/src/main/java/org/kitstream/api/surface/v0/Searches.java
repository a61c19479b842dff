package org.kitstream.api.surface.v0;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.kitstream.api.devices.DeviceQuery;
import org.kitstream.api.devices.Near;
import org.kitstream.api.failure.Failure;
import org.kitstream.api.filters.Search;
import org.kitstream.api.paging.Page;
import org.kitstream.api.surface.http.Kind;
import org.kitstream.api.surface.http.Parameters;
import org.kitstream.api.surface.http.Takes;

/** Reads from a request what of a list is asked for: {@code q[...]}, and what only devices know. */
@Takes(value = "near", about = "latitude,longitude: the nearest come first.")
@Takes(value = "within", as = Kind.NUMBER, about = "Kilometres around near; 1000 unless said.")
@Takes(value = "with_tags", about = "Names of tags, | between: devices that have one of them.")
public final class Searches {

  /** All three are in use. */
  private static final Set<String> SORTS = Set.of("s", "sort", "sorts");

  private static final Pattern PLACE =
      Pattern.compile("(-?\\d{1,9}(?:\\.\\d+)?),\\s*(-?\\d{1,9}(?:\\.\\d+)?)");
  private static final Pattern DISTANCE = Pattern.compile("\\d{1,9}(?:\\.\\d+)?");

  private Searches() {}

  static Search of(Parameters parameters) {
    Parameters given = parameters.filters("q").orElse(null);
    if (given == null) {
      return Search.ALL;
    }
    Map<String, List<String>> terms = new LinkedHashMap<>();
    List<String> sorts = new ArrayList<>();
    for (String name : given.names()) {
      if (SORTS.contains(name)) {
        sorts.addAll(given.texts(name));
      } else {
        terms.put(name, given.texts(name));
      }
    }
    return new Search(terms, sorts);
  }

  /** Which devices, and in which order. */
  public static DeviceQuery devices(Parameters parameters, Page page) {
    return new DeviceQuery(of(parameters), near(parameters), tags(parameters), page);
  }

  private static Optional<Near> near(Parameters parameters) {
    String place = parameters.presentText("near", null);
    if (place == null) {
      return Optional.empty();
    }
    Matcher matcher = PLACE.matcher(place.strip());
    if (!matcher.matches()) {
      throw new Failure.BadRequest("Malformed near parameter");
    }
    return Optional.of(
        new Near(
            Double.parseDouble(matcher.group(1)),
            Double.parseDouble(matcher.group(2)),
            within(parameters.presentText("within", null))));
  }

  private static double within(@Nullable String kilometres) {
    if (kilometres == null) {
      return Near.DEFAULT_WITHIN;
    }
    if (!DISTANCE.matcher(kilometres.strip()).matches()) {
      throw new Failure.BadRequest("Malformed within parameter");
    }
    return Double.parseDouble(kilometres.strip());
  }

  private static List<String> tags(Parameters parameters) {
    String names = parameters.presentText("with_tags", null);
    return names == null
        ? List.of()
        : Arrays.stream(names.split("\\|"))
            .map(String::strip)
            .filter(name -> !name.isEmpty())
            .toList();
  }
}
