package org.kitstream.api.surface.http;

import io.dropwizard.auth.AuthFilter;
import io.dropwizard.auth.Authenticator;
import io.dropwizard.auth.chained.ChainedAuthFilter;
import jakarta.ws.rs.container.ContainerRequestContext;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.kitstream.api.failure.Failure;
import org.kitstream.api.users.Caller;
import org.kitstream.api.users.Users;

/**
 * Finds out who asks, for every method with an {@code @Auth Caller}. Every request has a caller, if
 * only an anonymous one: what an anonymous caller may do is for the domain to say.
 */
public final class CallerFilters {

  private CallerFilters() {}

  /** All forms of credentials, in the order in which they count; nobody known comes last. */
  public static AuthFilter<?, Caller> chain(Users users) {
    Authenticator<String, Caller> byToken = token -> users.findByToken(token).map(Caller::of);
    return new ChainedAuthFilter<>(
        List.of(
            filter(Credentials::tokenParameter, byToken, "token"),
            filter(Credentials::bearerToken, byToken, "Bearer"),
            filter(Credentials::basic, given -> Optional.of(byPassword(users, given)), "Basic"),
            filter(Credentials::apiKey, byToken, "Token"),
            filter(request -> Optional.of(request), CallerFilters::nobody, "none")));
  }

  /** A wrong password is never taken for no password at all. */
  private static Caller byPassword(Users users, Credentials.NameAndPassword given) {
    return users
        .findByPassword(given.username(), given.password())
        .map(Caller::of)
        .orElseThrow(Failure.WrongPassword::new);
  }

  private static Optional<Caller> nobody(ContainerRequestContext request) {
    boolean tokenGiven = Credentials.tokenParameter(request).isPresent();
    return Optional.of(tokenGiven ? Caller.WITH_UNKNOWN_TOKEN : Caller.ANONYMOUS);
  }

  private static <C> AuthFilter<C, Caller> filter(
      Function<ContainerRequestContext, Optional<C>> credentials,
      Authenticator<C, Caller> authenticator,
      String scheme) {
    return new CallerFilter<>(credentials, authenticator, scheme);
  }

  /** Sets the caller if the request has this form of credentials and they are right. */
  private static final class CallerFilter<C> extends AuthFilter<C, Caller> {
    private final Function<ContainerRequestContext, Optional<C>> credentials;
    private final String scheme;

    CallerFilter(
        Function<ContainerRequestContext, Optional<C>> credentials,
        Authenticator<C, Caller> authenticator,
        String scheme) {
      this.credentials = credentials;
      this.authenticator = authenticator;
      this.scheme = scheme;
    }

    @Override
    public void filter(ContainerRequestContext request) {
      credentials.apply(request).ifPresent(found -> authenticate(request, found, scheme));
    }
  }
}
