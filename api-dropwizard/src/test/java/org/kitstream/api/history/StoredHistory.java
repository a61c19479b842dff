package org.kitstream.api.history;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import org.kitstream.contract.history.HistorySchema;
import org.kitstream.parts.InfluxServer;

/** One InfluxDB for all tests of the module, started when first needed. */
final class StoredHistory {

  private static final HttpClient CLIENT = HttpClient.newHttpClient();
  private static final InfluxServer SERVER = start();

  private StoredHistory() {}

  static URI url() {
    return SERVER.url();
  }

  static HistoryStore store() {
    return new HistoryStore(url(), HistorySettings.of(url()));
  }

  /** A line of the schema: sensor 55 with its calibrated and posted value. */
  static String line(long deviceId, long time, double value, double raw) {
    return "%s,%s=%d %s=%s,%s=%s,%s=1i %d\n"
        .formatted(
            HistorySchema.READINGS,
            HistorySchema.DEVICE_TAG,
            deviceId,
            HistorySchema.valueField(55),
            value,
            HistorySchema.rawField(55),
            raw,
            HistorySchema.REVISION_FIELD,
            time);
  }

  static void write(String lines) throws IOException, InterruptedException {
    post("/write?precision=ms&db=" + HistorySchema.DATABASE, lines, 204);
  }

  private static void post(String path, String body, int expected)
      throws IOException, InterruptedException {
    var request =
        HttpRequest.newBuilder(url().resolve(path)).POST(BodyPublishers.ofString(body, UTF_8));
    var response = CLIENT.send(request.build(), BodyHandlers.ofString());
    assertThat(response.statusCode()).as(response.body()).isEqualTo(expected);
  }

  private static InfluxServer start() {
    try {
      InfluxServer server = InfluxServer.start(Files.createTempDirectory("influx"), 0);
      Runtime.getRuntime().addShutdownHook(new Thread(server::close));
      var create =
          HttpRequest.newBuilder(
                  server.url().resolve("/query?q=CREATE+DATABASE+" + HistorySchema.DATABASE))
              .POST(BodyPublishers.noBody());
      CLIENT.send(create.build(), BodyHandlers.discarding());
      return server;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }
}
