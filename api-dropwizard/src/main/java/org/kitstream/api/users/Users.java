package org.kitstream.api.users;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.StatementException;
import org.kitstream.api.auth.AccessTokens;
import org.kitstream.api.auth.Passwords;
import org.kitstream.api.auth.TokenKind;
import org.kitstream.api.database.UniqueViolation;
import org.kitstream.api.failure.Failure;
import org.kitstream.api.failure.Violations;

/** Opens accounts and finds out who somebody is. Thread-safe. */
public final class Users {

  private static final int CITIZEN_MASK = 0;

  private final Jdbi jdbi;
  private final AccessTokens tokens;

  public Users(Jdbi jdbi, AccessTokens tokens) {
    this.jdbi = jdbi;
    this.tokens = tokens;
  }

  /**
   * Opens an account.
   *
   * @throws Failure.Forbidden if a user who is no admin asks
   * @throws Failure.Invalid naming what is wrong
   */
  public User create(Caller caller, NewUser wanted) {
    boolean byAdmin = caller.hasRole(Role.ADMIN);
    if (caller.user() != null && !byAdmin) {
      throw new Failure.Forbidden();
    }
    Integer mask = wanted.roleMask();
    return insert(wanted, byAdmin && mask != null ? mask : CITIZEN_MASK);
  }

  /** Opens the account of the first admin, unless there is a user of that name. */
  public void ensure(NewUser admin, int roleMask) {
    String username = admin.username();
    if (username != null && !jdbi.withExtension(UserDao.class, d -> d.isUsernameTaken(username))) {
      insert(admin, roleMask);
    }
  }

  private User insert(NewUser wanted, int mask) {
    Violations violations = wanted.violations();
    checkUnique(wanted, violations);
    violations.throwIfAny();
    String password = wanted.password();
    String hash = Passwords.hash(password == null ? "" : password);
    try {
      long id = jdbi.withExtension(UserDao.class, dao -> dao.insert(wanted, hash, mask));
      User user = find(id).orElseThrow();
      tokens.issue(user.id(), user.uuid(), TokenKind.API);
      return user;
    } catch (StatementException e) {
      throw UniqueViolation.constraintOf(e).<RuntimeException>map(Users::taken).orElse(e);
    }
  }

  private void checkUnique(NewUser wanted, Violations violations) {
    String username = wanted.username();
    String email = wanted.email();
    jdbi.useExtension(
        UserDao.class,
        dao -> {
          violations.addIf(
              username != null && dao.isUsernameTaken(username), "username", Violations.TAKEN);
          violations.addIf(email != null && dao.isEmailTaken(email), "email", Violations.TAKEN);
        });
  }

  private static Failure taken(String constraint) {
    return Failure.Invalid.of(
        constraint.contains("email") ? "email" : "username", Violations.TAKEN);
  }

  /** The user of that id, unless archived. */
  public Optional<User> find(long id) {
    return find(List.of(id)).stream().findFirst();
  }

  /** Those of the users who exist and are not archived, by ascending id. */
  public List<User> find(Collection<Long> ids) {
    return jdbi.withExtension(UserDao.class, dao -> dao.find(ids));
  }

  /** The user for whom a token speaks. */
  public Optional<User> findByToken(String token) {
    return tokens.userOf(token).flatMap(this::find);
  }

  /** The user of that name, if the password is theirs. */
  public Optional<User> findByPassword(String username, String password) {
    return jdbi.withExtension(UserDao.class, dao -> dao.idOfUsername(username))
        .filter(id -> isPasswordOf(id, password))
        .flatMap(this::find);
  }

  /**
   * The login token of a user.
   *
   * @param login user name or e-mail address, in any case
   * @throws Failure.NotFound if there is no such user
   * @throws Failure.Invalid if the password is not theirs
   */
  public String login(String login, String password) {
    User user =
        jdbi.withExtension(UserDao.class, dao -> dao.idOfLogin(login))
            .flatMap(this::find)
            .orElseThrow(() -> new Failure.NotFound("User", "username", login));
    if (!isPasswordOf(user.id(), password)) {
      throw Failure.Invalid.of("password", "is incorrect");
    }
    return tokens.issue(user.id(), user.uuid(), TokenKind.LOGIN);
  }

  /** Holds no connection while it hashes, which is slow on purpose. */
  private boolean isPasswordOf(long userId, String password) {
    String hash = jdbi.withExtension(UserDao.class, dao -> dao.passwordHash(userId));
    return Passwords.matches(password, hash);
  }

  /** The user's API key, which is theirs alone to see. */
  public String apiKey(User user) {
    return tokens.issue(user.id(), user.uuid(), TokenKind.API);
  }
}
