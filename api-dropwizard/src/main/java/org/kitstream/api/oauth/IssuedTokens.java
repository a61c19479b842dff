package org.kitstream.api.oauth;

import com.nimbusds.oauth2.sdk.ErrorObject;
import com.nimbusds.oauth2.sdk.OAuth2Error;
import com.nimbusds.oauth2.sdk.ParseException;
import com.nimbusds.oauth2.sdk.Scope;
import com.nimbusds.oauth2.sdk.TokenIntrospectionErrorResponse;
import com.nimbusds.oauth2.sdk.TokenIntrospectionRequest;
import com.nimbusds.oauth2.sdk.TokenIntrospectionResponse;
import com.nimbusds.oauth2.sdk.TokenIntrospectionSuccessResponse;
import com.nimbusds.oauth2.sdk.TokenRevocationRequest;
import com.nimbusds.oauth2.sdk.http.HTTPRequest;
import com.nimbusds.oauth2.sdk.id.ClientID;
import com.nimbusds.oauth2.sdk.id.Subject;
import com.nimbusds.oauth2.sdk.token.AccessTokenType;
import java.util.Optional;
import org.jdbi.v3.core.Jdbi;
import org.kitstream.api.auth.Hashes;

/**
 * Tells applications of the tokens that they were given, and ends those (RFC 7662, RFC 7009). An
 * application learns nothing of the tokens of another. Thread-safe.
 */
public final class IssuedTokens {

  /** How long it is still noticed that a token which is no good is tried again. */
  private static final int DAYS_KEPT = 30;

  private final Jdbi jdbi;
  private final Clients clients;

  public IssuedTokens(Jdbi jdbi, Applications applications) {
    this.jdbi = jdbi;
    this.clients = new Clients(applications);
  }

  /** Answers whether a token is good, and for what. */
  public TokenIntrospectionResponse introspect(HTTPRequest http) {
    try {
      TokenIntrospectionRequest request = TokenIntrospectionRequest.parse(http);
      Optional<Application> application = clients.of(request.getClientAuthentication(), null);
      return application.isEmpty()
          ? new TokenIntrospectionErrorResponse(OAuth2Error.INVALID_CLIENT)
          : find(application.get(), request.getToken().getValue())
              .filter(StoredToken::active)
              .map(token -> description(application.get(), token))
              .orElseGet(IssuedTokens::inactive);
    } catch (ParseException e) {
      return new TokenIntrospectionErrorResponse(error(e));
    }
  }

  /**
   * Ends a token and all that came from the same consent. That there is no such token is no error.
   *
   * @return what is wrong with the request, if anything
   */
  public Optional<ErrorObject> revoke(HTTPRequest http) {
    try {
      TokenRevocationRequest request = TokenRevocationRequest.parse(http);
      Optional<Application> application = clients.of(request);
      if (application.isEmpty()) {
        return Optional.of(OAuth2Error.INVALID_CLIENT);
      }
      find(application.get(), request.getToken().getValue())
          .ifPresent(
              token -> jdbi.useExtension(GrantDao.class, dao -> dao.revokeGrant(token.grantId())));
      return Optional.empty();
    } catch (ParseException e) {
      return Optional.of(error(e));
    }
  }

  /** Forgets the tokens that have been no good for long; how many. */
  public int purge() {
    return jdbi.withExtension(GrantDao.class, dao -> dao.deleteOldTokens(DAYS_KEPT));
  }

  private Optional<StoredToken> find(Application application, String token) {
    return jdbi.withExtension(GrantDao.class, dao -> dao.lockToken(Hashes.sha256(token)))
        .filter(found -> found.applicationId() == application.id());
  }

  private static TokenIntrospectionResponse description(
      Application application, StoredToken token) {
    TokenIntrospectionSuccessResponse.Builder answer =
        new TokenIntrospectionSuccessResponse.Builder(true)
            .clientID(new ClientID(application.uid()))
            .tokenType(AccessTokenType.BEARER)
            .parameter("iat", token.createdAt().getEpochSecond());
    if (!token.scopes().isEmpty()) {
      answer.scope(Scope.parse(token.scopes()));
    }
    if (token.expiresAt() != null) {
      answer.parameter("exp", token.expiresAt().getEpochSecond());
    }
    if (token.username() != null) {
      answer.username(token.username()).subject(new Subject(String.valueOf(token.userId())));
    }
    return answer.build();
  }

  private static TokenIntrospectionResponse inactive() {
    return new TokenIntrospectionSuccessResponse.Builder(false).build();
  }

  private static ErrorObject error(ParseException e) {
    return e.getErrorObject() == null ? OAuth2Error.INVALID_REQUEST : e.getErrorObject();
  }
}
