package org.kitstream.api;

import org.jdbi.v3.core.Jdbi;
import org.kitstream.api.auth.ServerSecret;
import org.kitstream.api.config.AuthSettings;
import org.kitstream.api.oauth.Applications;
import org.kitstream.api.oauth.Authorizations;
import org.kitstream.api.oauth.IssuedTokens;
import org.kitstream.api.oauth.Tokens;
import org.kitstream.api.surface.oauth.FormGuard;

/** The OAuth server's services, made once. */
record Oauth(
    Applications applications,
    Authorizations authorizations,
    Tokens tokens,
    IssuedTokens issued,
    FormGuard guard) {

  static Oauth of(AuthSettings settings, Jdbi jdbi, ServerSecret secret) {
    Applications applications = new Applications(jdbi, secret);
    return new Oauth(
        applications,
        new Authorizations(jdbi, applications),
        new Tokens(jdbi, applications, settings.oauthLifetime().toSeconds()),
        new IssuedTokens(jdbi, applications),
        new FormGuard(secret));
  }
}
