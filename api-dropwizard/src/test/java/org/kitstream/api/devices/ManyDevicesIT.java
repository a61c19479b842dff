package org.kitstream.api.devices;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.management.OperatingSystemMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.kitstream.api.ApiStack;
import org.kitstream.api.RunningApi;
import org.kitstream.api.TestDatabase;
import org.kitstream.api.filters.Criteria;
import org.kitstream.api.filters.Search;
import org.kitstream.api.paging.Page;
import org.kitstream.api.users.Caller;

/** Ten thousand devices of a thousand people; one in twenty measures air. */
class ManyDevicesIT {

  private static final HttpClient CLIENT = HttpClient.newHttpClient();
  private static final ObjectMapper MAPPER = new ObjectMapper();
  private static final String FILTERED =
      "/v0/devices?per_page=25&q%5Bname_cont%5D=air&q%5Bsort%5D=id%20desc";

  /** DAOs that the api uses of its own accord, and the check of its health. */
  private static final List<String> CHORES =
      List.of("OutboxDao", "ReadingTimeDao", "MailDao", "sql.raw");

  private static Jdbi jdbi;
  private static RunningApi api;

  @BeforeAll
  static void start() throws SQLException {
    jdbi = TestDatabase.empty();
    Map<String, String> settings = new HashMap<>(ApiStack.shared().settings());
    settings.put(
        "KITSTREAM_DATABASE_URL",
        jdbi.withHandle(handle -> handle.getConnection().getMetaData().getURL()));
    api = RunningApi.start(settings);
    jdbi.useHandle(
        handle -> {
          handle.execute(
              """
              INSERT INTO users (username, email, password_hash)
              SELECT 'user' || n, 'user' || n || '@example.org', ''
                FROM generate_series(1, 1000) AS n
              """);
          handle.execute(
              """
              INSERT INTO devices (owner_id, name, kit_id, device_token, latitude, longitude)
              SELECT (SELECT min(id) FROM users WHERE username LIKE 'user%') + n % 1000,
                     CASE n % 20 WHEN 0 THEN 'Air quality ' ELSE 'Noise at home ' END || n,
                     26, 'tok' || n, n % 90, n % 180
                FROM generate_series(1, 10000) AS n
              """);
          handle.execute("ANALYZE");
        });
  }

  @AfterAll
  static void stop() {
    api.close();
  }

  @ParameterizedTest
  @CsvSource({"name_cont, air", "name_start, air", "name_eq, Air quality 20", "owner_id_eq, 7"})
  void aFilterDoesNotReadAllDevices(String key, String value) {
    Criteria criteria =
        DeviceList.criteria(
            Caller.ANONYMOUS,
            new DeviceQuery(
                new Search(Map.of(key, List.of(value)), List.of("id desc")),
                Optional.empty(),
                List.of(),
                new Page(1, 25)));
    String where = " FROM devices WHERE " + String.join(" AND ", criteria.conditions());
    assertThat(plan("SELECT devices.id" + where + " ORDER BY devices.id DESC LIMIT 25", criteria))
        .contains("devices")
        .doesNotContain("Seq Scan");
    assertThat(plan("SELECT count(*)" + where, criteria)).doesNotContain("Seq Scan");
  }

  private static String plan(String statement, Criteria criteria) {
    return jdbi.withHandle(
        handle ->
            String.join(
                "\n",
                handle
                    .createQuery("EXPLAIN " + statement)
                    .bindMap(criteria.bindings())
                    .mapTo(String.class)
                    .list()));
  }

  @Test
  void theNewestMatchesComeFirst() {
    JsonNode page = get(FILTERED);
    assertThat(page).hasSize(25);
    assertThat(page.path(0).path("name").asText()).isEqualTo("Air quality 10000");
    assertThat(page.path(24).path("name").asText()).isEqualTo("Air quality 9520");
  }

  @Test
  void aLargePageCostsNoMoreStatementsThanASmallOne() {
    long small = statementsFor("/v0/devices?per_page=10");
    long large = statementsFor("/v0/devices?per_page=1000");
    assertThat(large).isEqualTo(small);
    assertThat(small).isLessThanOrEqualTo(10);
  }

  /** The least of a few tries: what the api does meanwhile of its own accord only adds. */
  private static long statementsFor(String path) {
    long least = Long.MAX_VALUE;
    for (int i = 0; i < 5; i++) {
      long before = statements();
      get(path);
      least = Math.min(least, statements() - before);
    }
    return least;
  }

  /** All that this api ever sent to the database, but for what it does of its own accord. */
  private static long statements() {
    JsonNode timers = fetch(api.adminPort(), "/metrics").path("timers");
    return timers.properties().stream()
        .filter(timer -> timer.getKey().contains("Dao.") || timer.getKey().startsWith("sql"))
        .filter(timer -> CHORES.stream().noneMatch(timer.getKey()::contains))
        .mapToLong(timer -> timer.getValue().path("count").asLong())
        .sum();
  }

  /** Of CPU, which does not depend on what else the machine does; the database's own left out. */
  @Test
  void aFilteredPageTakesMilliseconds() {
    IntStream.range(0, 100).forEach(i -> get(FILTERED));
    long before = cpuNanos();
    IntStream.range(0, 100).forEach(i -> get(FILTERED));
    assertThat((cpuNanos() - before) / 100.0 / 1e6).as("ms of CPU a page").isLessThan(100);
  }

  private static long cpuNanos() {
    return ((OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean())
        .getProcessCpuTime();
  }

  private static JsonNode get(String path) {
    return fetch(api.httpPort(), path);
  }

  private static JsonNode fetch(int port, String path) {
    URI uri = URI.create("http://127.0.0.1:" + port + path);
    try {
      return MAPPER.readTree(
          CLIENT.send(HttpRequest.newBuilder(uri).build(), BodyHandlers.ofByteArray()).body());
    } catch (IOException e) {
      throw new AssertionError(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AssertionError(e);
    }
  }
}
