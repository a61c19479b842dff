package org.kitstream.api.devices;

import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Tags as a comma-separated list. */
public final class TagNames {

  private TagNames() {}

  /** The names, trimmed, each once, sorted; none for null. */
  public static List<String> of(@Nullable String list) {
    return list == null
        ? List.of()
        : Arrays.stream(list.split(","))
            .map(String::trim)
            .filter(name -> !name.isEmpty())
            .distinct()
            .sorted()
            .toList();
  }
}
