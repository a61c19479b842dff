package org.kitstream.api.history;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.HttpTimeoutException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/**
 * Points in one InfluxDB, read by InfluxQL over HTTP. Points are handed on while they arrive, so
 * memory does not grow with their number. Thread-safe.
 */
final class HistoryStore implements PointSource {

  private static final int OK = 200;
  private static final int LONGEST_REASON = 500;

  private final URI url;
  private final String database;
  private final Duration readTimeout;
  private final HttpClient client;

  HistoryStore(URI url, HistorySettings settings) {
    this.url = url;
    this.database = settings.database();
    this.readTimeout = settings.readTimeout().toJavaDuration();
    this.client =
        HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(settings.connectTimeout().toJavaDuration())
            .build();
  }

  @Override
  public void read(PointQuery query, PointSink sink) {
    HttpRequest request =
        HttpRequest.newBuilder(InfluxQuery.uri(url, database, query)).timeout(readTimeout).build();
    try {
      HttpResponse<InputStream> response = client.send(request, BodyHandlers.ofInputStream());
      readInTime(response, sink);
    } catch (IOException e) {
      throw unavailable(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw unavailable(e);
    }
  }

  /** The request's own time-out ends with the headers; the body must come in time too. */
  private void readInTime(HttpResponse<InputStream> response, PointSink sink) throws IOException {
    CompletableFuture<Void> reading = new CompletableFuture<>();
    try (InputStream body = response.body()) {
      CompletableFuture<Void> watch = closeWhenLate(body, reading);
      readBody(response.statusCode(), body, sink);
      reading.complete(null);
      watch.join();
    } catch (IOException e) {
      throw reading.isDone() ? new HttpTimeoutException("not complete in " + readTimeout) : e;
    } finally {
      reading.cancel(false);
    }
  }

  private CompletableFuture<Void> closeWhenLate(InputStream body, CompletableFuture<Void> reading) {
    return reading
        .orTimeout(readTimeout.toMillis(), TimeUnit.MILLISECONDS)
        .exceptionally(late -> close(body));
  }

  @SuppressWarnings("NullAway") // null is the one value of Void
  private static Void close(InputStream body) {
    try {
      body.close();
      return null;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void readBody(int status, InputStream body, PointSink sink) throws IOException {
    if (status != OK) {
      String reason = new String(body.readNBytes(LONGEST_REASON), UTF_8);
      throw new IOException("status " + status + ": " + reason.strip());
    }
    InfluxRows.read(body, sink);
  }

  private HistoryUnavailableException unavailable(Exception cause) {
    return new HistoryUnavailableException(
        "history cannot be read from %s: %s".formatted(url.getAuthority(), cause.getMessage()),
        cause);
  }
}
