package org.kitstream.api.surface.v0;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.kitstream.api.ApiStack;
import org.kitstream.api.CompactedTopic;
import org.kitstream.api.TestDatabase;
import org.kitstream.api.surface.v0.People.Person;
import org.kitstream.contract.topic.Topic;

/** What becomes of what was deleted. */
class ArchiveIT {

  private final Person alice = People.citizen("alice");
  private final Person bob = People.citizen("bob");

  @Test
  void aDeviceComesBackWithItsAddress() throws Exception {
    String mac = mac();
    long id = alice.device(Map.of("name", "d", "mac_address", mac));
    alice.asks().delete("/v0/devices/" + id);
    assertThat(bob.asks().get("/v0/devices/" + id).status()).isEqualTo(404);
    assertThat(task("unarchive-device?id=" + id)).contains("is back");
    assertThat(alice.asks().get("/v0/devices/" + id).text("mac_address")).isEqualTo(mac);
    assertThat(task("unarchive-device?id=" + id)).contains("not in the archive");
  }

  @Test
  void anAddressThatMovedOnStaysWhereItIs() throws Exception {
    String mac = mac();
    long id = alice.device(Map.of("name", "d", "mac_address", mac));
    alice.asks().delete("/v0/devices/" + id);
    long next = bob.device(Map.of("name", "n", "mac_address", mac));
    task("unarchive-device?id=" + id);
    assertThat(alice.asks().get("/v0/devices/" + id).json().path("mac_address").isNull()).isTrue();
    assertThat(bob.asks().get("/v0/devices/" + next).text("mac_address")).isEqualTo(mac);
  }

  @Test
  void aDeviceIsDestroyedADayAfterItsDeletion() throws Exception {
    long young = alice.device(Map.of("name", "young"));
    long old = alice.device(Map.of("name", "old"));
    alice.asks().delete("/v0/devices/" + young);
    alice.asks().delete("/v0/devices/" + old);
    execute("UPDATE devices SET archived_at = now() - INTERVAL '25 hours' WHERE id = ?", old);
    assertThat(task("run-jobs?name=purge-devices")).contains("purge-devices: ");
    assertThat(count("SELECT count(*) FROM devices WHERE id = ?", old)).isZero();
    assertThat(count("SELECT count(*) FROM devices WHERE id = ?", young)).isOne();
    await()
        .atMost(Duration.ofSeconds(20))
        .until(
            () -> {
              List<byte[]> values =
                  CompactedTopic.valuesOf(
                      ApiStack.shared().bootstrapServers(),
                      Topic.DEVICES_PROFILES,
                      Long.toString(old));
              return values.get(values.size() - 1) == null;
            });
  }

  @Test
  void archivedUsersAndForgottenKitsGoToo() throws Exception {
    long orphan =
        count(
            "INSERT INTO orphan_devices (device_token, updated_at)"
                + " VALUES (substr(md5(?::text), 1, 6), now() - INTERVAL '8 days') RETURNING id",
            System.nanoTime());
    long bobId = bob.asks().get("/v0/me").json().path("id").asLong();
    execute(
        "UPDATE users SET archived_at = now(), created_at = now() - INTERVAL '73 hours'"
            + " WHERE id = ?",
        bobId);
    assertThat(task("run-jobs")).contains("purge-devices: ", "purge-users: ", "purge-orphan");
    assertThat(count("SELECT count(*) FROM orphan_devices WHERE id = ?", orphan)).isZero();
    assertThat(count("SELECT count(*) FROM users WHERE id = ?", bobId)).isZero();
    assertThat(alice.asks().get("/v0/me").status()).isEqualTo(200);
  }

  @Test
  void aDeviceIsNotRegisteredForAnAccountThatIsBeingClosed() throws Exception {
    ExecutorService executor = Executors.newSingleThreadExecutor();
    try {
      Future<Http.Answer> registration =
          TestDatabase.jdbi()
              .inTransaction(
                  handle -> {
                    handle.execute(
                        "UPDATE users SET archived_at = now() WHERE username = ?",
                        alice.username());
                    Future<Http.Answer> asked =
                        executor.submit(
                            () -> alice.asks().post("/v0/devices", Map.of("name", "late")));
                    await().atMost(Duration.ofSeconds(20)).until(ArchiveIT::somebodyWaits);
                    return asked;
                  });
      assertThat(registration.get().status()).isEqualTo(401);
    } finally {
      executor.shutdownNow();
    }
  }

  private static boolean somebodyWaits() {
    return TestDatabase.jdbi()
        .withHandle(
            handle ->
                handle
                    .createQuery("SELECT EXISTS (SELECT FROM pg_locks WHERE NOT granted)")
                    .mapTo(Boolean.class)
                    .one());
  }

  @Test
  void tokensThatHaveBeenNoGoodForLongAreForgotten() throws Exception {
    long application = application();
    insertToken(application, "now() - INTERVAL '31 days'", "NULL");
    insertToken(application, "NULL", "now() - INTERVAL '31 days'");
    insertToken(application, "now() - INTERVAL '1 day'", "NULL");
    insertToken(application, "NULL", "NULL");
    assertThat(task("run-jobs?name=purge-oauth-tokens")).contains("purge-oauth-tokens: ");
    String left = "SELECT count(*) FROM oauth_tokens WHERE application_id = ?";
    assertThat(count(left, application)).isEqualTo(2);
  }

  private long application() {
    Map<String, Object> wanted = Map.of("name", "app", "redirect_uri", "https://example.org/back");
    return alice.asks().post("/v0/applications", wanted).json().path("id").asLong();
  }

  private static void insertToken(long application, String expiresAt, String revokedAt) {
    String values =
        " SELECT 'access', sha256(gen_random_uuid()::text::bytea), ?, '', gen_random_uuid(), ";
    execute(
        "INSERT INTO oauth_tokens (kind, token_hash, application_id, scopes, grant_id,"
            + " expires_at, revoked_at)"
            + (values + expiresAt + ", " + revokedAt),
        application);
  }

  @Test
  void anUnknownJobIsNamed() throws Exception {
    assertThat(task("run-jobs?name=dance")).contains("dance: no such job").doesNotContain(": 0");
  }

  private static String task(String task) throws IOException, InterruptedException {
    URI uri = URI.create(ApiStack.shared().adminUrl() + "/tasks/" + task);
    HttpRequest request = HttpRequest.newBuilder(uri).POST(BodyPublishers.noBody()).build();
    return HttpClient.newHttpClient().send(request, BodyHandlers.ofString()).body();
  }

  private static String mac() {
    String digits = "%012x".formatted(System.nanoTime() & 0xffff_ffff_ffffL);
    return String.join(":", digits.split("(?<=\\G..)"));
  }

  private static void execute(String statement, long id) {
    TestDatabase.jdbi().useHandle(handle -> handle.execute(statement, id));
  }

  private static long count(String query, long id) {
    return TestDatabase.jdbi()
        .withHandle(handle -> handle.createQuery(query).bind(0, id).mapTo(Long.class).one());
  }
}
