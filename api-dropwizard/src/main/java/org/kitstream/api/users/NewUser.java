package org.kitstream.api.users;

import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.kitstream.api.failure.Violations;

/**
 * What somebody says of themselves when they open an account.
 *
 * @param roleMask honoured only from an admin
 */
public record NewUser(
    @Nullable String username,
    @Nullable String email,
    @Nullable String password,
    @Nullable String firstName,
    @Nullable String lastName,
    @Nullable String city,
    @Nullable String countryCode,
    @Nullable String url,
    @Nullable String avatar,
    @Nullable Integer roleMask) {

  private static final Pattern WEB_ADDRESS = Pattern.compile("https?://\\S+");
  private static final int MIN_USERNAME = 3;
  private static final int MAX_USERNAME = 30;
  private static final int MIN_PASSWORD = 5;

  /** Hashing a password costs with its length, so that has a bound. */
  private static final int MAX_PASSWORD = 256;

  /** Checks all that can be checked without the database. */
  Violations violations() {
    Violations violations = new Violations();
    violations.addIf(isBlank(username), "username", Violations.BLANK);
    violations.addIf(isBlank(email), "email", Violations.BLANK);
    violations.addIf(isBlank(password), "password", Violations.BLANK);
    if (username != null && violations.allows("username")) {
      violations.addUnlessLength(username, MIN_USERNAME, MAX_USERNAME, "username");
      violations.addIf(username.lastIndexOf('@') > 0, "username", Violations.INVALID);
    }
    if (email != null && violations.allows("email")) {
      violations.addIf(email.indexOf('@') < 0, "email", Violations.INVALID);
    }
    if (password != null && violations.allows("password")) {
      violations.addUnlessLength(password, MIN_PASSWORD, MAX_PASSWORD, "password");
    }
    boolean oddUrl = !isBlank(url) && !WEB_ADDRESS.matcher(url).matches();
    return violations.addIf(oddUrl, "url", Violations.INVALID);
  }

  /** The code as it is stored and shown. */
  public @Nullable String upperCaseCountryCode() {
    return countryCode == null ? null : countryCode.toUpperCase(Locale.ROOT);
  }

  private static boolean isBlank(@Nullable String text) {
    return text == null || text.isBlank();
  }
}
