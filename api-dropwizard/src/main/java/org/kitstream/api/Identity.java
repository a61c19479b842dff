package org.kitstream.api;

import org.jdbi.v3.core.Jdbi;
import org.kitstream.api.auth.AccessTokens;
import org.kitstream.api.auth.LegacyPasswords;
import org.kitstream.api.auth.ServerSecret;
import org.kitstream.api.config.AuthSettings;
import org.kitstream.api.devices.AccountClosure;
import org.kitstream.api.devices.ProfilePublication;
import org.kitstream.api.mail.Mailer;
import org.kitstream.api.users.Accounts;
import org.kitstream.api.users.PasswordResets;
import org.kitstream.api.users.Pictures;
import org.kitstream.api.users.UserDraft;
import org.kitstream.api.users.UserList;
import org.kitstream.api.users.Users;

/** The services about people, made once. */
record Identity(
    Users users,
    UserList userList,
    Accounts accounts,
    AccountClosure closure,
    PasswordResets passwordResets,
    Oauth oauth,
    Mailer mailer,
    Pictures pictures) {

  private static final int ADMIN_MASK = 5;

  static Identity of(
      AuthSettings settings, Jdbi jdbi, ProfilePublication profiles, Pictures pictures) {
    Mailer mailer = new Mailer();
    ServerSecret secret = new ServerSecret(settings.tokenSecret());
    AccessTokens tokens = new AccessTokens(jdbi, secret);
    Accounts accounts = new Accounts(jdbi, tokens, mailer, profiles::publishDevicesOfOwner);
    return new Identity(
        new Users(jdbi, tokens, new LegacyPasswords(settings.legacySalt())),
        new UserList(jdbi),
        accounts,
        new AccountClosure(jdbi, accounts, profiles),
        new PasswordResets(jdbi, tokens, mailer, settings.resetPage()),
        Oauth.of(settings, jdbi, secret),
        mailer,
        pictures);
  }

  /** Makes the first admin; without a password, nobody. */
  void makeAdmin(String password) {
    if (!password.isEmpty()) {
      accounts.ensure(
          new UserDraft(
              "admin",
              "admin@localhost",
              password,
              null,
              null,
              null,
              null,
              null,
              null,
              ADMIN_MASK));
    }
  }
}
