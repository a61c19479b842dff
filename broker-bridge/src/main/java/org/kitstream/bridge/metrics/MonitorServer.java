package org.kitstream.bridge.metrics;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Supplier;
import org.kitstream.bridge.log.BridgeFailedException;

/**
 * Metrics and health over HTTP, for those who watch: {@code /metrics}, {@code /health} (replace the
 * bridge when it is not 200) and {@code /ready} (send it no kits while it is not 200). Listens on
 * the loopback address only.
 */
public final class MonitorServer implements AutoCloseable {

  private static final int NO_DELAY = 0;

  private final HttpServer server;
  private final ExecutorService thread;

  private MonitorServer(HttpServer server, ExecutorService thread) {
    this.server = server;
    this.thread = thread;
  }

  /**
   * What is told. Asked by one thread, for each request.
   *
   * @param fault why the bridge must be replaced; empty: it need not be
   * @param unready why it can take no readings now; empty: it can
   */
  public record Monitored(
      Supplier<String> metrics,
      Supplier<Optional<String>> fault,
      Supplier<Optional<String>> unready) {}

  /**
   * Opens the port.
   *
   * @throws BridgeFailedException if it is taken
   */
  public static MonitorServer start(int port, Monitored monitored) {
    ExecutorService thread = Executors.newSingleThreadExecutor(MonitorServer::daemon);
    try {
      var address = new InetSocketAddress(InetAddress.getLoopbackAddress(), port);
      HttpServer server = HttpServer.create(address, 16);
      server.setExecutor(thread);
      server.createContext(
          "/metrics", exchange -> answer(exchange, 200, monitored.metrics().get()));
      server.createContext("/health", exchange -> answer(exchange, monitored.fault().get()));
      server.createContext("/ready", exchange -> answer(exchange, monitored.unready().get()));
      server.start();
      return new MonitorServer(server, thread);
    } catch (IOException e) {
      thread.shutdown();
      throw new BridgeFailedException("cannot listen on monitor port " + port, e);
    }
  }

  /** The port it listens on. */
  public int port() {
    return server.getAddress().getPort();
  }

  @Override
  public void close() {
    server.stop(NO_DELAY);
    thread.shutdown();
  }

  private static void answer(HttpExchange exchange, Optional<String> trouble) throws IOException {
    answer(exchange, trouble.isPresent() ? 503 : 200, trouble.orElse("ok") + "\n");
  }

  private static void answer(HttpExchange exchange, int status, String text) throws IOException {
    byte[] body = text.getBytes(UTF_8);
    exchange.getResponseHeaders().set("Content-Type", "text/plain; version=0.0.4; charset=utf-8");
    exchange.sendResponseHeaders(status, body.length);
    try (OutputStream out = exchange.getResponseBody()) {
      out.write(body);
    }
  }

  private static Thread daemon(Runnable work) {
    Thread thread = new Thread(work, "bridge-monitor");
    thread.setDaemon(true);
    return thread;
  }
}
