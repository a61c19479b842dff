package org.kitstream.api.oauth;

import com.nimbusds.oauth2.sdk.AccessTokenResponse;
import com.nimbusds.oauth2.sdk.Scope;
import com.nimbusds.oauth2.sdk.token.BearerAccessToken;
import com.nimbusds.oauth2.sdk.token.RefreshToken;
import com.nimbusds.oauth2.sdk.token.Tokens;
import java.util.UUID;
import org.kitstream.api.auth.Hashes;
import org.kitstream.api.auth.RandomToken;

/** Makes tokens and stores their hashes. */
final class TokenIssue {

  static final String ACCESS = "access";
  static final String REFRESH = "refresh";

  private static final int BYTES = 32;

  private final long accessSeconds;

  /**
   * @param accessSeconds how long an access token is good; 0: until it is revoked
   */
  TokenIssue(long accessSeconds) {
    this.accessSeconds = accessSeconds;
  }

  /** An access and a refresh token that act for a user. */
  AccessTokenResponse pair(GrantDao dao, Grant grant) {
    NewToken access = new NewToken(ACCESS, grant, accessSeconds);
    NewToken refresh = new NewToken(REFRESH, grant, 0);
    String refreshToken = RandomToken.urlSafe(BYTES);
    dao.insertToken(refresh, Hashes.sha256(refreshToken));
    return new AccessTokenResponse(new Tokens(bearer(dao, access), new RefreshToken(refreshToken)));
  }

  /** An access token that acts for the application alone. */
  AccessTokenResponse alone(GrantDao dao, Application application, String scopes) {
    Grant grant = new Grant(application.id(), null, scopes, UUID.randomUUID());
    NewToken access = new NewToken(ACCESS, grant, accessSeconds);
    return new AccessTokenResponse(new Tokens(bearer(dao, access), null));
  }

  private static BearerAccessToken bearer(GrantDao dao, NewToken access) {
    String token = RandomToken.hex(BYTES);
    dao.insertToken(access, Hashes.sha256(token));
    Scope scope = access.grant().scopes().isEmpty() ? null : Scope.parse(access.grant().scopes());
    return new BearerAccessToken(token, access.lifetimeSeconds(), scope);
  }
}
