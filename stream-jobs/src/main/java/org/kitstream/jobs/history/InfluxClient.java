package org.kitstream.jobs.history;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Base64;
import java.util.List;

/** The two requests that a writer makes. Knows no rules: {@link InfluxDelivery} does. */
final class InfluxClient {

  private final InfluxSettings settings;
  private final HttpClient http;
  private final URI write;
  private final URI createDatabase;

  InfluxClient(InfluxSettings settings) {
    this.settings = settings;
    this.http =
        HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(settings.timeout())
            .build();
    this.write = settings.url().resolve("/write?db=" + settings.database() + "&precision=ms");
    String command = "CREATE DATABASE \"" + settings.database() + "\"";
    this.createDatabase = settings.url().resolve("/query?q=" + URLEncoder.encode(command, UTF_8));
  }

  HttpResponse<byte[]> createDatabase() throws IOException, InterruptedException {
    return post(createDatabase, new byte[0]);
  }

  HttpResponse<byte[]> write(List<HistoryLine> lines) throws IOException, InterruptedException {
    return post(write, body(lines));
  }

  private HttpResponse<byte[]> post(URI uri, byte[] body) throws IOException, InterruptedException {
    var request =
        HttpRequest.newBuilder(uri)
            .timeout(settings.timeout())
            .POST(BodyPublishers.ofByteArray(body));
    InfluxSettings.Login login = settings.login();
    if (login != null) {
      byte[] pair = (login.user() + ":" + login.password()).getBytes(UTF_8);
      request.header("Authorization", "Basic " + Base64.getEncoder().encodeToString(pair));
    }
    return http.send(request.build(), BodyHandlers.ofByteArray());
  }

  private static byte[] body(List<HistoryLine> lines) {
    int length = 0;
    for (HistoryLine line : lines) {
      length += line.text().length + 1;
    }
    byte[] body = new byte[length];
    int next = 0;
    for (HistoryLine line : lines) {
      System.arraycopy(line.text(), 0, body, next, line.text().length);
      next += line.text().length;
      body[next++] = '\n';
    }
    return body;
  }
}
