package org.kitstream.api.users;

import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.HandleCallback;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.StatementException;
import org.jspecify.annotations.Nullable;
import org.kitstream.api.auth.AccessTokens;
import org.kitstream.api.auth.Passwords;
import org.kitstream.api.auth.RandomToken;
import org.kitstream.api.database.UniqueViolation;
import org.kitstream.api.failure.Failure;
import org.kitstream.api.failure.Violations;
import org.kitstream.api.mail.MailTemplate;
import org.kitstream.api.mail.Mailer;

/** Opens, changes and archives accounts. Thread-safe. */
public final class Accounts {

  private static final int CITIZEN_MASK = 0;
  private static final long NOT_STORED = 0;

  /** Sixteen characters. */
  private static final int FORWARDING_BYTES = 12;

  private final Jdbi jdbi;
  private final AccessTokens tokens;
  private final Mailer mailer;
  private final ForwardingNews news;

  public Accounts(Jdbi jdbi, AccessTokens tokens, Mailer mailer, ForwardingNews news) {
    this.jdbi = jdbi;
    this.tokens = tokens;
    this.mailer = mailer;
    this.news = news;
  }

  /**
   * Opens an account and welcomes its owner by mail; their id.
   *
   * @throws Failure.Forbidden if a user who is no admin asks
   * @throws Failure.Invalid naming what is wrong
   */
  public long create(Caller caller, UserDraft wanted) {
    if (caller.user() != null && !caller.hasRole(Role.ADMIN)) {
      throw new Failure.Forbidden();
    }
    return insert(permitted(caller, CITIZEN_MASK, wanted), true);
  }

  /** Opens the account of the first admin, unless there is a user of that name. */
  public void ensure(UserDraft admin) {
    String username = admin.username();
    if (username != null
        && !jdbi.withExtension(UserDao.class, d -> d.isUsernameTaken(username, NOT_STORED))) {
      insert(admin, false);
    }
  }

  /**
   * Changes an account.
   *
   * @param change makes the new state from the present one
   * @param picture what becomes of the user's picture
   * @throws Failure.Forbidden if it is neither the caller's own nor the caller an admin
   * @throws Failure.Invalid naming what is wrong
   */
  public void update(
      Caller caller, User user, UnaryOperator<UserDraft> change, PictureChange picture) {
    if (!caller.maySeeSecretsOf(user)) {
      throw new Failure.Forbidden();
    }
    UserDraft first = change.apply(UserDraft.of(user));
    check(first, picture.check(first.violations()), user.id());
    String hash = hash(first.password());
    write(
        handle -> {
          UserDao dao = handle.attach(UserDao.class);
          User before = lock(dao, user.id());
          UserDraft wanted = change.apply(UserDraft.of(before));
          wanted.violations().throwIfAny();
          UserDraft draft = permitted(caller, before.roleMask(), wanted);
          dao.update(user.id(), draft);
          picture.write(handle, user.id());
          finish(handle, user.id(), draft);
          if (hash != null) {
            dao.setPassword(user.id(), hash);
          }
          return user.id();
        });
  }

  /** Archives an account in the handle's transaction: it is not seen, and not let in, any more. */
  public void archive(Handle handle, long id) {
    UserDao dao = handle.attach(UserDao.class);
    lock(dao, id);
    dao.archive(id);
    tokens.revokeAll(handle, id);
  }

  private long insert(UserDraft draft, boolean welcome) {
    check(draft, draft.violationsOfNew(), NOT_STORED);
    String hash = hash(draft.password());
    return write(
        handle -> {
          UserDao dao = handle.attach(UserDao.class);
          long id = dao.insert(draft, hash);
          finish(handle, id, draft);
          if (welcome) {
            welcome(handle, draft);
          }
          return id;
        });
  }

  private void check(UserDraft draft, Violations violations, long exceptId) {
    String username = draft.username();
    String email = draft.email();
    jdbi.useExtension(
        UserDao.class,
        dao ->
            violations
                .addIf(
                    username != null && dao.isUsernameTaken(username, exceptId),
                    "username",
                    Violations.TAKEN)
                .addIf(
                    email != null && dao.isEmailTaken(email, exceptId), "email", Violations.TAKEN));
    violations.throwIfAny();
  }

  /** Done before a connection is taken, for it is slow on purpose; null for no password. */
  private static @Nullable String hash(@Nullable String password) {
    return password == null || password.isBlank() ? null : Passwords.hash(password);
  }

  private static User lock(UserDao dao, long id) {
    return dao.lock(id).map(List::of).map(dao::find).stream()
        .flatMap(List::stream)
        .findFirst()
        .orElseThrow(() -> new Failure.NotFound("User", "id", id));
  }

  private long write(HandleCallback<Long, RuntimeException> work) {
    try {
      return jdbi.inTransaction(work);
    } catch (StatementException e) {
      throw UniqueViolation.constraintOf(e).<RuntimeException>map(Accounts::taken).orElse(e);
    }
  }

  private static Failure taken(String constraint) {
    return Failure.Invalid.of(
        constraint.contains("email") ? "email" : "username", Violations.TAKEN);
  }

  private void welcome(Handle handle, UserDraft draft) {
    String username = String.valueOf(draft.username());
    String email = String.valueOf(draft.email());
    mailer.post(handle, MailTemplate.WELCOME, email, Map.of("username", username));
  }

  /** Who may forward readings gets names for that. */
  private void finish(Handle handle, long id, UserDraft draft) {
    Integer mask = draft.roleMask();
    if (mask == null || Role.ofMask(mask) == Role.CITIZEN) {
      return;
    }
    String token = RandomToken.urlSafe(FORWARDING_BYTES);
    String username = RandomToken.urlSafe(FORWARDING_BYTES);
    if (handle.attach(UserDao.class).addForwarding(id, token, username) > 0) {
      news.changed(handle, id);
    }
  }

  private static UserDraft permitted(Caller caller, int maskBefore, UserDraft wanted) {
    Integer mask = wanted.roleMask();
    return wanted.withRoleMask(caller.hasRole(Role.ADMIN) && mask != null ? mask : maskBefore);
  }
}
