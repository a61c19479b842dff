package org.kitstream.jobs.history;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLDecoder;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;

/** An InfluxDB that answers writes as a test tells it to; when nothing is told, with 204. */
final class ScriptedInflux implements AutoCloseable {

  /** An answer; status 0 hangs until the server is closed. */
  private record Answer(int status, String body) {}

  private final LinkedBlockingQueue<Answer> script = new LinkedBlockingQueue<>();
  private final List<List<String>> writes = new CopyOnWriteArrayList<>();
  private final List<String> queries = new CopyOnWriteArrayList<>();
  private final ExecutorService threads = Executors.newCachedThreadPool();
  private final HttpServer server;

  ScriptedInflux() throws IOException {
    this(0);
  }

  ScriptedInflux(int port) throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
    server.setExecutor(threads);
    server.createContext("/query", this::query);
    server.createContext("/write", this::write);
    server.start();
  }

  ScriptedInflux answers(int status, String body) {
    script.add(new Answer(status, body));
    return this;
  }

  ScriptedInflux answers(int status) {
    return answers(status, status == 204 ? "" : "{}");
  }

  ScriptedInflux hangs() {
    return answers(0);
  }

  URI url() {
    return URI.create("http://127.0.0.1:" + port());
  }

  int port() {
    return server.getAddress().getPort();
  }

  /** The lines of each write request so far, in order. */
  List<List<String>> writes() {
    return writes;
  }

  List<String> queries() {
    return queries;
  }

  @Override
  public void close() {
    server.stop(0);
    threads.shutdownNow();
  }

  private void query(HttpExchange exchange) throws IOException {
    queries.add(URLDecoder.decode(exchange.getRequestURI().getRawQuery(), UTF_8));
    answer(exchange, new Answer(200, "{}"));
  }

  private void write(HttpExchange exchange) throws IOException {
    writes.add(new String(exchange.getRequestBody().readAllBytes(), UTF_8).lines().toList());
    Answer told = script.poll();
    if (told == null) {
      answer(exchange, new Answer(204, ""));
    } else if (told.status() != 0) {
      answer(exchange, told);
    }
  }

  private static void answer(HttpExchange exchange, Answer answer) throws IOException {
    byte[] body = answer.body().getBytes(UTF_8);
    exchange.sendResponseHeaders(answer.status(), body.length == 0 ? -1 : body.length);
    exchange.getResponseBody().write(body);
    exchange.close();
  }
}
