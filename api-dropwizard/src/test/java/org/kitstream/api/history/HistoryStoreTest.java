package org.kitstream.api.history;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.dropwizard.util.Duration;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** How the store meets a server that misbehaves, as a real one will not on request. */
@Timeout(60)
class HistoryStoreTest {

  private static final PointQuery QUERY =
      new PointQuery(9, 55, false, Instant.EPOCH, Instant.EPOCH.plusSeconds(60), 0);
  private static final Duration AMPLE = Duration.seconds(30);
  private static final String HALF =
      "{\"results\":[{\"series\":[{\"columns\":[\"time\",\"55\"],\"values\":[[1,2.5],";

  private final CountDownLatch done = new CountDownLatch(1);
  private final List<Double> values = new ArrayList<>();
  private final ExecutorService threads = Executors.newCachedThreadPool();
  private HttpServer server;

  @BeforeEach
  void listen() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.setExecutor(threads);
    server.start();
  }

  @AfterEach
  void stop() {
    done.countDown();
    server.stop(0);
    threads.shutdown();
  }

  @Test
  void givesUpOnAnAnswerThatStalls() {
    server.createContext(
        "/query",
        exchange -> {
          startAnswer(exchange, 200, HALF);
          awaitEnd();
          exchange.close();
        });

    assertThatThrownBy(() -> read(store(Duration.seconds(1))))
        .isInstanceOf(HistoryUnavailableException.class)
        .hasMessageEndingWith("not complete in PT1S");
    assertThat(values).containsExactly(2.5);
  }

  @Test
  void givesUpOnAServerThatDoesNotAnswer() {
    server.createContext(
        "/query",
        exchange -> {
          awaitEnd();
          exchange.close();
        });

    assertThatThrownBy(() -> read(store(Duration.milliseconds(200))))
        .isInstanceOf(HistoryUnavailableException.class)
        .hasMessageContaining("timed out");
  }

  @Test
  void anAnswerThatBreaksOffIsNone() {
    server.createContext(
        "/query",
        exchange -> {
          startAnswer(exchange, 200, HALF);
          exchange.close();
        });

    assertThatThrownBy(() -> read(store(AMPLE))).isInstanceOf(HistoryUnavailableException.class);
  }

  @Test
  void saysWhatTheServerSaid() {
    server.createContext(
        "/query",
        exchange -> {
          startAnswer(exchange, 503, "{\"error\":\"timeout\"}\n");
          exchange.close();
        });

    assertThatThrownBy(() -> read(store(AMPLE)))
        .isInstanceOf(HistoryUnavailableException.class)
        .hasMessage(
            "history cannot be read from 127.0.0.1:%d: status 503: {\"error\":\"timeout\"}",
            server.getAddress().getPort());
  }

  @Test
  void saysWhereNobodyListens() {
    server.stop(0);

    assertThatThrownBy(() -> read(store(AMPLE)))
        .isInstanceOf(HistoryUnavailableException.class)
        .hasMessageStartingWith("history cannot be read from 127.0.0.1:");
  }

  private void read(HistoryStore store) {
    store.read(QUERY, (time, value) -> values.add(value));
  }

  private HistoryStore store(Duration readTimeout) {
    URI url = URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    return new HistoryStore(
        url, new HistorySettings(List.of(url), "kitstream", AMPLE, readTimeout, 10));
  }

  private static void startAnswer(HttpExchange exchange, int status, String text)
      throws IOException {
    exchange.sendResponseHeaders(status, 0);
    exchange.getResponseBody().write(text.getBytes(UTF_8));
    exchange.getResponseBody().flush();
  }

  private void awaitEnd() {
    try {
      done.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
