package org.kitstream.api.users;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Countries by ISO 3166-1. */
public final class Country {

  private Country() {}

  /** The English name of a country by its two-letter code; null for a code that is none. */
  public static @Nullable String nameOf(@Nullable String code) {
    if (code == null) {
      return null;
    }
    String name = new Locale("", code).getDisplayCountry(Locale.ENGLISH);
    return name.isEmpty() || name.equalsIgnoreCase(code) ? null : name;
  }
}
