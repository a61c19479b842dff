package org.kitstream.api.devices;

import java.util.Locale;
import java.util.regex.Pattern;

/** The hardware address of a kit's network interface. */
public final class MacAddress {

  private static final Pattern FORM = Pattern.compile("\\p{XDigit}{2}([:-]\\p{XDigit}{2}){5}");

  private MacAddress() {}

  /** Whether the text is an address, in either of its usual forms. */
  public static boolean isValid(String text) {
    return FORM.matcher(text).matches();
  }

  /** Lower case with colons: the form in which addresses are stored and compared. */
  public static String normalized(String text) {
    return text.trim().toLowerCase(Locale.ROOT).replace('-', ':');
  }
}
