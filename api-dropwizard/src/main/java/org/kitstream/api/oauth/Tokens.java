package org.kitstream.api.oauth;

import com.nimbusds.oauth2.sdk.AuthorizationCodeGrant;
import com.nimbusds.oauth2.sdk.AuthorizationGrant;
import com.nimbusds.oauth2.sdk.ClientCredentialsGrant;
import com.nimbusds.oauth2.sdk.ErrorObject;
import com.nimbusds.oauth2.sdk.OAuth2Error;
import com.nimbusds.oauth2.sdk.ParseException;
import com.nimbusds.oauth2.sdk.RefreshTokenGrant;
import com.nimbusds.oauth2.sdk.Scope;
import com.nimbusds.oauth2.sdk.TokenErrorResponse;
import com.nimbusds.oauth2.sdk.TokenRequest;
import com.nimbusds.oauth2.sdk.TokenResponse;
import com.nimbusds.oauth2.sdk.http.HTTPRequest;
import com.nimbusds.oauth2.sdk.pkce.CodeChallenge;
import com.nimbusds.oauth2.sdk.pkce.CodeChallengeMethod;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;
import org.kitstream.api.auth.Hashes;

/**
 * Gives tokens for codes, refresh tokens and an application's own credentials (RFC 6749, sections
 * 4.1.3, 4.4 and 6). A code or refresh token that comes a second time was stolen once: all that its
 * consent gave is ended. Thread-safe.
 */
public final class Tokens {

  private final Jdbi jdbi;
  private final Clients clients;
  private final TokenIssue issue;

  /**
   * @param accessSeconds how long an access token is good; 0: until it is revoked
   */
  public Tokens(Jdbi jdbi, Applications applications, long accessSeconds) {
    this.jdbi = jdbi;
    this.clients = new Clients(applications);
    this.issue = new TokenIssue(accessSeconds);
  }

  /** Answers a request for tokens. */
  public TokenResponse answer(HTTPRequest http) {
    try {
      TokenRequest request = TokenRequest.parse(http);
      Optional<Application> application = clients.of(request);
      return application.isPresent()
          ? jdbi.inTransaction(handle -> answer(handle, application.get(), request))
          : error(OAuth2Error.INVALID_CLIENT);
    } catch (ParseException e) {
      return error(e.getErrorObject() == null ? OAuth2Error.INVALID_REQUEST : e.getErrorObject());
    }
  }

  private TokenResponse answer(Handle handle, Application application, TokenRequest request) {
    AuthorizationGrant grant = request.getAuthorizationGrant();
    GrantDao dao = handle.attach(GrantDao.class);
    if (grant instanceof AuthorizationCodeGrant code) {
      return forCode(dao, application, code);
    }
    if (grant instanceof RefreshTokenGrant refresh) {
      return forRefreshToken(dao, application, refresh, request.getScope());
    }
    return grant instanceof ClientCredentialsGrant
        ? forApplication(dao, application, request.getScope())
        : error(OAuth2Error.UNSUPPORTED_GRANT_TYPE);
  }

  private TokenResponse forCode(
      GrantDao dao, Application application, AuthorizationCodeGrant grant) {
    Optional<StoredCode> found =
        dao.lockCode(Hashes.sha256(grant.getAuthorizationCode().getValue()));
    if (found.isEmpty() || found.get().applicationId() != application.id()) {
      return error(OAuth2Error.INVALID_GRANT);
    }
    StoredCode code = found.get();
    if (code.used()) {
      dao.revokeGrant(code.grantId());
      return error(OAuth2Error.INVALID_GRANT);
    }
    if (!code.alive() || !isSameUri(code, grant) || !isVerified(code, grant)) {
      return error(OAuth2Error.INVALID_GRANT);
    }
    dao.useCode(code.id());
    return issue.pair(dao, code.grant());
  }

  private static boolean isSameUri(StoredCode code, AuthorizationCodeGrant grant) {
    URI given = grant.getRedirectionURI();
    return given == null ? !code.uriWasGiven() : code.redirectUri().equals(given.toString());
  }

  /** A verifier without a challenge is no better than a challenge without a verifier. */
  private static boolean isVerified(StoredCode code, AuthorizationCodeGrant grant) {
    String challenge = code.challenge();
    if (challenge == null || grant.getCodeVerifier() == null) {
      return challenge == null && grant.getCodeVerifier() == null;
    }
    return CodeChallenge.compute(CodeChallengeMethod.S256, grant.getCodeVerifier())
        .getValue()
        .equals(challenge);
  }

  private TokenResponse forRefreshToken(
      GrantDao dao, Application application, RefreshTokenGrant grant, @Nullable Scope asked) {
    Optional<StoredToken> found =
        dao.lockToken(Hashes.sha256(grant.getRefreshToken().getValue()))
            .filter(token -> token.kind().equals(TokenIssue.REFRESH))
            .filter(token -> token.applicationId() == application.id());
    if (found.isEmpty()) {
      return error(OAuth2Error.INVALID_GRANT);
    }
    StoredToken token = found.get();
    Long userId = token.userId();
    List<String> granted = Scopes.split(token.scopes());
    if (asked != null && !granted.containsAll(asked.toStringList())) {
      return error(OAuth2Error.INVALID_SCOPE);
    }
    dao.revokeGrant(token.grantId());
    return token.active() && userId != null
        ? issue.pair(
            dao,
            new Grant(
                application.id(),
                userId,
                asked == null ? token.scopes() : asked.toString(),
                token.grantId()))
        : error(OAuth2Error.INVALID_GRANT);
  }

  private TokenResponse forApplication(
      GrantDao dao, Application application, @Nullable Scope asked) {
    if (!application.confidential()) {
      return error(OAuth2Error.UNAUTHORIZED_CLIENT);
    }
    if (!Scopes.mayAsk(application, asked)) {
      return error(OAuth2Error.INVALID_SCOPE);
    }
    String scopes = String.join(" ", Scopes.granted(application, asked));
    return issue.alone(dao, application, scopes);
  }

  private static TokenResponse error(ErrorObject error) {
    return new TokenErrorResponse(error);
  }
}
