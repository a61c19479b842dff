package org.kitstream.api.users;

import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.kitstream.api.failure.Violations;

/**
 * What somebody wants their account to be.
 *
 * @param password null to leave it as it is, which only an account that there is can
 * @param roleMask honoured only from an admin; null for a citizen
 */
public record UserDraft(
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

  /** Of somebody who has said nothing yet. */
  public static final UserDraft EMPTY =
      new UserDraft(null, null, null, null, null, null, null, null, null, null);

  private static final Pattern WEB_ADDRESS = Pattern.compile("https?://\\S+");

  /** Anything stricter refuses addresses that work. */
  private static final Pattern MAIL_ADDRESS =
      Pattern.compile("[^\\s\\p{Cntrl}]*@[^\\s\\p{Cntrl}]*");

  private static final int MIN_USERNAME = 3;
  private static final int MAX_USERNAME = 30;
  private static final int MIN_PASSWORD = 5;

  /** Hashing a password costs with its length, so that has a bound. */
  private static final int MAX_PASSWORD = 256;

  private static final int MAX_TEXT = 1000;

  static UserDraft of(User user) {
    return new UserDraft(
        user.username(),
        user.email(),
        null,
        user.firstName(),
        user.lastName(),
        user.city(),
        user.countryCode(),
        user.url(),
        user.avatar(),
        user.roleMask());
  }

  /** Checks all of an account to be opened that can be checked without the database. */
  Violations violationsOfNew() {
    Violations violations = violations();
    return violations.addIf(isBlank(password), "password", Violations.BLANK);
  }

  /** Checks all of an account to be changed that can be checked without the database. */
  Violations violations() {
    Violations violations = new Violations();
    violations.addIf(isBlank(username), "username", Violations.BLANK);
    violations.addIf(isBlank(email), "email", Violations.BLANK);
    if (username != null && violations.allows("username")) {
      violations.addUnlessLength(username, MIN_USERNAME, MAX_USERNAME, "username");
      violations.addIf(username.lastIndexOf('@') > 0, "username", Violations.INVALID);
    }
    if (email != null && violations.allows("email")) {
      violations.addIf(!MAIL_ADDRESS.matcher(email).matches(), "email", Violations.INVALID);
    }
    checkPassword(password, violations);
    checkText(violations);
    boolean oddUrl = !isBlank(url) && !WEB_ADDRESS.matcher(url).matches();
    return violations.addIf(oddUrl, "url", Violations.INVALID);
  }

  /** Adds what is wrong with a password that is given. */
  static void checkPassword(@Nullable String password, Violations violations) {
    if (password != null && !password.isBlank()) {
      violations.addUnlessLength(password, MIN_PASSWORD, MAX_PASSWORD, "password");
    }
  }

  private void checkText(Violations violations) {
    checkLength(email, "email", violations);
    checkLength(firstName, "first_name", violations);
    checkLength(lastName, "last_name", violations);
    checkLength(city, "city", violations);
    checkLength(countryCode, "country_code", violations);
    checkLength(url, "url", violations);
    checkLength(avatar, "avatar", violations);
  }

  private static void checkLength(@Nullable String text, String field, Violations violations) {
    if (text != null) {
      violations.addUnlessLength(text, 0, MAX_TEXT, field);
    }
  }

  /** The code as it is stored and shown. */
  public @Nullable String upperCaseCountryCode() {
    return countryCode == null ? null : countryCode.toUpperCase(Locale.ROOT);
  }

  /** The same, but with this role. */
  UserDraft withRoleMask(int mask) {
    return new UserDraft(
        username, email, password, firstName, lastName, city, countryCode, url, avatar, mask);
  }

  @Override
  public String toString() {
    return "UserDraft[" + username + ']';
  }

  private static boolean isBlank(@Nullable String text) {
    return text == null || text.isBlank();
  }
}
