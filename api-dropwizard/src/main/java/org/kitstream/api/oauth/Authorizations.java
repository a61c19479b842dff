package org.kitstream.api.oauth;

import com.nimbusds.oauth2.sdk.AuthorizationCode;
import com.nimbusds.oauth2.sdk.AuthorizationErrorResponse;
import com.nimbusds.oauth2.sdk.AuthorizationSuccessResponse;
import com.nimbusds.oauth2.sdk.OAuth2Error;
import com.nimbusds.oauth2.sdk.ResponseMode;
import com.nimbusds.oauth2.sdk.id.State;
import java.net.URI;
import java.time.Duration;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;
import org.kitstream.api.auth.Hashes;
import org.kitstream.api.auth.RandomToken;
import org.kitstream.api.users.User;

/** The front of the OAuth server: an application asks, a user answers. Thread-safe. */
public final class Authorizations {

  private static final Duration CODE_LIFETIME = Duration.ofMinutes(2);
  private static final int CODE_BYTES = 32;

  private final Jdbi jdbi;
  private final AuthorizationRequests requests;

  public Authorizations(Jdbi jdbi, Applications applications) {
    this.jdbi = jdbi;
    this.requests = new AuthorizationRequests(applications);
  }

  /**
   * Judges a request for authorization.
   *
   * @param query the request's parameters, encoded as they came
   */
  public Asked asked(String query) {
    return requests.judge(query);
  }

  /** Where the user is sent who has allowed it: back, with a code that is good once and shortly. */
  public URI allow(Asked.OfUser asked, User user) {
    String code = RandomToken.urlSafe(CODE_BYTES);
    NewCode stored =
        new NewCode(
            asked.application().id(),
            user.id(),
            asked.redirectUri().toString(),
            asked.uriWasGiven(),
            String.join(" ", asked.scopes()),
            asked.challenge());
    jdbi.useTransaction(
        handle -> {
          GrantDao dao = handle.attach(GrantDao.class);
          dao.deleteOldCodes();
          dao.insertCode(stored, Hashes.sha256(code), CODE_LIFETIME.toSeconds());
        });
    return new AuthorizationSuccessResponse(
            asked.redirectUri(),
            new AuthorizationCode(code),
            null,
            state(asked.state()),
            ResponseMode.QUERY)
        .toURI();
  }

  /** Where the user is sent who has not allowed it. */
  public URI deny(Asked.OfUser asked) {
    return new AuthorizationErrorResponse(
            asked.redirectUri(),
            OAuth2Error.ACCESS_DENIED,
            state(asked.state()),
            ResponseMode.QUERY)
        .toURI();
  }

  private static @Nullable State state(@Nullable String state) {
    return state == null ? null : new State(state);
  }
}
