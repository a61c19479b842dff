package org.kitstream.api.uploads;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Whether two spellings can mean one unit. */
final class Units {

  private Units() {}

  /** False only when both are known and differ in more than spelling. */
  static boolean agree(@Nullable String one, @Nullable String other) {
    if (one == null || other == null) {
      return true;
    }
    String first = plain(one);
    String second = plain(other);
    return first.isEmpty() || second.isEmpty() || first.equals(second);
  }

  private static String plain(String unit) {
    return unit.toLowerCase(Locale.ROOT)
        .replaceAll("[º°\\s.()^]", "")
        .replaceAll("[µμ]", "u")
        .replace("³", "3")
        .replace("lux", "lx")
        .replace("percent", "%")
        .replace("%rh", "%");
  }
}
