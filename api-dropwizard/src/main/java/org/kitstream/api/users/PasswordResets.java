package org.kitstream.api.users;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;
import org.kitstream.api.auth.AccessTokens;
import org.kitstream.api.auth.Hashes;
import org.kitstream.api.auth.Passwords;
import org.kitstream.api.auth.RandomToken;
import org.kitstream.api.failure.Failure;
import org.kitstream.api.failure.Violations;
import org.kitstream.api.mail.MailTemplate;
import org.kitstream.api.mail.Mailer;

/**
 * New passwords for those who forgot theirs: a token by mail, good once and for a day, of which
 * only the hash is stored. For nobody known, and for admins. Thread-safe.
 */
public final class PasswordResets {

  private static final Duration VALID = Duration.ofHours(24);
  private static final int TOKEN_BYTES = 32;
  private static final String NOTHING_GIVEN =
      "Please include parameter email, username or email_or_username";

  private final Jdbi jdbi;
  private final AccessTokens tokens;
  private final Mailer mailer;
  private final String page;

  /**
   * @param page where a token is used, such as {@code https://example.org/set_password/}: the mail
   *     has the token behind it; empty: the token alone
   */
  public PasswordResets(Jdbi jdbi, AccessTokens tokens, Mailer mailer, String page) {
    this.jdbi = jdbi;
    this.tokens = tokens;
    this.mailer = mailer;
    this.page = page;
  }

  /** By what somebody may be named, one of these; letters count in any case. */
  public record Named(
      @Nullable String email, @Nullable String username, @Nullable String emailOrUsername) {}

  /**
   * Mails a token to a user; any older one ends.
   *
   * @throws Failure.Forbidden if a user who is no admin asks
   * @throws Failure.Unprocessable if nobody is named
   * @throws Failure.NotFound if nobody has that name
   */
  public void request(Caller caller, Named named) {
    requireMayReset(caller);
    String token = RandomToken.urlSafe(TOKEN_BYTES);
    jdbi.useTransaction(
        handle -> {
          UserDao dao = handle.attach(UserDao.class);
          User user = dao.find(List.of(named(dao, named))).get(0);
          dao.setResetToken(user.id(), Hashes.sha256(token));
          mailer.post(
              handle,
              MailTemplate.PASSWORD_RESET,
              user.email(),
              Map.of("username", user.username(), "token", page + token));
        });
  }

  private static long named(UserDao dao, Named named) {
    String email = named.email();
    if (email != null) {
      return dao.idOfEmail(email).orElseThrow(() -> unknown("email", email));
    }
    String username = named.username();
    if (username != null) {
      return dao.idOfUsernameInAnyCase(username).orElseThrow(() -> unknown("username", username));
    }
    String either = named.emailOrUsername();
    if (either == null) {
      throw new Failure.Unprocessable(NOTHING_GIVEN);
    }
    return dao.credentialOfLogin(either)
        .map(Credential::userId)
        .orElseThrow(() -> unknown("email_or_username", either));
  }

  /**
   * The user to whom the token was mailed.
   *
   * @throws Failure.Forbidden if a user who is no admin asks
   * @throws Failure.NotFound if the token is nobody's, was used or is too old
   */
  public User find(Caller caller, String token) {
    requireMayReset(caller);
    return jdbi.inTransaction(
        handle -> {
          UserDao dao = handle.attach(UserDao.class);
          return locked(dao, token);
        });
  }

  /**
   * Sets the password and ends everything that was let in by the old one.
   *
   * @throws Failure.Forbidden if a user who is no admin asks
   * @throws Failure.NotFound if the token is nobody's, was used or is too old
   * @throws Failure.Invalid if the password cannot be one
   */
  public User use(Caller caller, String token, String password) {
    find(caller, token); // before the slow part
    Violations violations = new Violations();
    UserDraft.checkPassword(password, violations);
    violations.throwIfAny();
    String hash = Passwords.hash(password);
    return jdbi.inTransaction(
        handle -> {
          UserDao dao = handle.attach(UserDao.class);
          User user = locked(dao, token);
          dao.setPassword(user.id(), hash);
          tokens.revokeAll(handle, user.id());
          return user;
        });
  }

  private static User locked(UserDao dao, String token) {
    Optional<Long> id = dao.lockByResetToken(Hashes.sha256(token), VALID.toSeconds());
    return id.map(List::of).map(dao::find).stream()
        .flatMap(List::stream)
        .findFirst()
        .orElseThrow(() -> unknown("password_reset_token", "[FILTERED]"));
  }

  private static void requireMayReset(Caller caller) {
    if (caller.user() != null && !caller.hasRole(Role.ADMIN)) {
      throw new Failure.Forbidden();
    }
  }

  private static Failure unknown(String attribute, String value) {
    return new Failure.NotFound("User", attribute, value);
  }
}
