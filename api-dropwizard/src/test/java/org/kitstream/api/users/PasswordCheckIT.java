package org.kitstream.api.users;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Optional;
import java.util.function.Function;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.Test;
import org.kitstream.api.TestDatabase;
import org.kitstream.api.auth.AccessTokens;
import org.kitstream.api.auth.LegacyPasswords;
import org.kitstream.api.auth.ServerSecret;
import org.kitstream.api.mail.Mailer;

/** Who is let in, after how long. */
class PasswordCheckIT {

  private static final String SALT = "sea";

  /** The SHA-1 of {@code seadonuts}. */
  private static final String LEGACY = "00cc4a99b24629c8e14319fcf9ed3c2c0bfc54b2";

  /** More of them, by this property, tell more. */
  private static final int TRIES = Integer.getInteger("kitstream.tries", 25);

  /** Without the decoy the ratio is one to fifty. */
  private static final double NOISE = 0.3;

  private final Jdbi jdbi = TestDatabase.empty();
  private final AccessTokens tokens = new AccessTokens(jdbi, new ServerSecret("secret"));
  private final Users users = new Users(jdbi, tokens, new LegacyPasswords(SALT));

  @Test
  void aLegacyDigestLetsInOnceAndIsReplaced() {
    legacyUser("old");
    assertThat(users.findByPassword("old", "doughnuts")).isEmpty();
    assertThat(stored("old_data ->> 'password'")).isPresent();

    assertThat(users.findByPassword("old", "donuts")).isPresent();
    assertThat(stored("old_data ->> 'password'")).isEmpty();
    assertThat(stored("old_data ->> 'username'")).contains("kept");
    assertThat(stored("password_hash").orElseThrow()).startsWith("$argon2id$");
    assertThat(users.findByPassword("old", "donuts")).isPresent();
    assertThat(users.findByPassword("old", "doughnuts")).isEmpty();
  }

  @Test
  void withoutAnyDigestNobodyIsLetIn() {
    jdbi.useHandle(
        handle -> handle.execute("INSERT INTO users (username, email) VALUES ('bare', 'b@b')"));
    assertThat(users.findByPassword("bare", "")).isEmpty();
    assertThat(users.findByLogin("bare", "null")).isEmpty();
  }

  @Test
  void anUnknownUserTakesAsLongAsAWrongPassword() {
    Accounts accounts = new Accounts(jdbi, tokens, new Mailer(), (handle, user) -> {});
    accounts.ensure(
        new UserDraft(
            "known", "known@example.org", "donuts", null, null, null, null, null, null, 0));
    Function<String, Optional<User>> login = name -> users.findByLogin(name, "doughnuts");
    timed(login, "known");
    timed(login, "unknown"); // both warm
    long[] known = new long[TRIES];
    long[] unknown = new long[TRIES];
    for (int i = 0; i < TRIES; i++) {
      known[i] = timed(login, "known");
      unknown[i] = timed(login, "unknown");
    }
    double ratio = median(unknown) / median(known);
    assertThat(ratio)
        .as("%s of %s ms", median(unknown) / 1e6, median(known) / 1e6)
        .isBetween(1 - NOISE, 1 + NOISE);
  }

  private static long timed(Function<String, Optional<User>> login, String name) {
    long start = System.nanoTime();
    assertThat(login.apply(name)).isEmpty();
    return System.nanoTime() - start;
  }

  private static double median(long[] nanos) {
    Arrays.sort(nanos);
    return nanos[nanos.length / 2];
  }

  private void legacyUser(String name) {
    jdbi.useHandle(
        handle ->
            handle.execute(
                "INSERT INTO users (username, email, old_data) VALUES (?, ?, ?::jsonb)",
                name,
                name + "@example.org",
                "{\"password\": \"" + LEGACY + "\", \"username\": \"kept\"}"));
  }

  private Optional<String> stored(String column) {
    return jdbi.withHandle(
        handle ->
            handle
                .select("SELECT " + column + " FROM users WHERE username = 'old'")
                .mapTo(String.class)
                .findOne());
  }
}
