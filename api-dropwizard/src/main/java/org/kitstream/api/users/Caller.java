package org.kitstream.api.users;

import java.security.Principal;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.kitstream.api.failure.Failure;

/**
 * Who asks: a user, or nobody we know. The same for every surface and every form of credentials.
 *
 * @param user null for somebody unknown
 * @param unknownToken whether a token was given as a parameter that is nobody's
 */
public record Caller(@Nullable User user, boolean unknownToken) implements Principal {

  /** Somebody without credentials. */
  public static final Caller ANONYMOUS = new Caller(null, false);

  /** Somebody with a token parameter that is nobody's. */
  public static final Caller WITH_UNKNOWN_TOKEN = new Caller(null, true);

  /** A user who proved who they are. */
  public static Caller of(User user) {
    return new Caller(user, false);
  }

  @Override
  public String getName() {
    return user == null ? "anonymous" : user.username();
  }

  /** The user's id, if a user asks. */
  public Optional<Long> userId() {
    return Optional.ofNullable(user).map(User::id);
  }

  /**
   * The user who asks.
   *
   * @throws Failure.Unauthorized if nobody known does
   */
  public User required() {
    if (user == null) {
      throw unknownToken ? Failure.Unauthorized.unknownToken() : Failure.Unauthorized.required();
    }
    return user;
  }

  /** Whether it is this user who asks. */
  public boolean is(long otherUserId) {
    return user != null && user.id() == otherUserId;
  }

  /** Whether the caller may see what only that user should see. */
  public boolean maySeeSecretsOf(User other) {
    return is(other.id()) || hasRole(Role.ADMIN);
  }

  /** Whether the caller's role is this one or a higher one. */
  public boolean hasRole(Role role) {
    return user != null && user.role().compareTo(role) >= 0;
  }

  /**
   * Asserts that the caller's role is this one or a higher one.
   *
   * @throws Failure.Forbidden if it is not, whether or not anybody known asks
   */
  public void needsRole(Role role) {
    if (!hasRole(role)) {
      throw new Failure.Forbidden();
    }
  }
}
