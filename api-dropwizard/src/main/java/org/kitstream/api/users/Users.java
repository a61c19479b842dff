package org.kitstream.api.users;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Jdbi;
import org.kitstream.api.auth.AccessTokens;
import org.kitstream.api.auth.LegacyPasswords;
import org.kitstream.api.auth.TokenKind;
import org.kitstream.api.failure.Failure;

/** Finds people, and finds out who somebody is. Thread-safe. */
public final class Users {

  private static final String USER = "User";

  private final Jdbi jdbi;
  private final AccessTokens tokens;
  private final PasswordCheck passwords;

  public Users(Jdbi jdbi, AccessTokens tokens, LegacyPasswords legacy) {
    this.jdbi = jdbi;
    this.tokens = tokens;
    this.passwords = new PasswordCheck(jdbi, legacy);
  }

  /** The user of that id, unless archived. */
  public Optional<User> find(long id) {
    return find(List.of(id)).stream().findFirst();
  }

  /** Those of the users who exist and are not archived, by ascending id. */
  public List<User> find(Collection<Long> ids) {
    return jdbi.withExtension(UserDao.class, dao -> dao.find(ids));
  }

  /**
   * The user of that id or, in exactly these letters, that name.
   *
   * @throws Failure.NotFound if there is none
   */
  public User get(String idOrUsername) {
    return number(idOrUsername)
        .flatMap(this::find)
        .or(() -> findByUsername(idOrUsername))
        .orElseThrow(() -> new Failure.NotFound(USER, "id", idOrUsername));
  }

  private Optional<User> findByUsername(String username) {
    return jdbi.withExtension(UserDao.class, dao -> dao.idOfUsername(username)).flatMap(this::find);
  }

  private static Optional<Long> number(String text) {
    try {
      return Optional.of(Long.valueOf(text));
    } catch (NumberFormatException e) {
      return Optional.empty();
    }
  }

  /** The user for whom a token speaks. */
  public Optional<User> findByToken(String token) {
    return tokens.userOf(token).flatMap(this::find);
  }

  /** The user of that name, if the password is theirs. */
  public Optional<User> findByPassword(String username, String password) {
    Optional<Credential> credential =
        jdbi.withExtension(UserDao.class, dao -> dao.credentialOfUsername(username));
    return signedIn(credential, password);
  }

  /**
   * The user of that name or e-mail address, in any case, if the password is theirs.
   *
   * @return empty for an unknown user and for a wrong password alike
   */
  public Optional<User> findByLogin(String login, String password) {
    return signedIn(credentialOfLogin(login), password);
  }

  private Optional<User> signedIn(Optional<Credential> credential, String password) {
    return passwords.matches(credential, password)
        ? credential.map(Credential::userId).flatMap(this::find)
        : Optional.empty();
  }

  /**
   * The login token of a user.
   *
   * @param login user name or e-mail address, in any case
   * @throws Failure.NotFound if there is no such user
   * @throws Failure.Invalid if the password is not theirs
   */
  public String login(String login, String password) {
    Optional<Credential> credential = credentialOfLogin(login);
    User user =
        signedIn(credential, password)
            .orElseThrow(
                () ->
                    credential.isPresent()
                        ? Failure.Invalid.of("password", "is incorrect")
                        : new Failure.NotFound(USER, "username", login));
    return tokens.issue(user.id(), user.uuid(), TokenKind.LOGIN);
  }

  private Optional<Credential> credentialOfLogin(String login) {
    return jdbi.withExtension(UserDao.class, dao -> dao.credentialOfLogin(login));
  }

  /** The user's API key, which is theirs alone to see. */
  public String apiKey(User user) {
    return tokens.issue(user.id(), user.uuid(), TokenKind.API);
  }
}
