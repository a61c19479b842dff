package org.kitstream.api.surface.legacy;

import io.dropwizard.lifecycle.Managed;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Function;
import org.kitstream.api.ingest.DoorMetrics;
import org.kitstream.api.ingest.DoorMetrics.Refused;
import org.kitstream.api.ingest.LegacyDoor;
import org.kitstream.api.ingest.LegacyPost;
import org.kitstream.api.ingest.LegacySettings;
import org.kitstream.api.surface.legacy.Connection.HeadTooLongException;
import org.kitstream.api.surface.legacy.LegacyExchange.Status;
import org.kitstream.contract.reading.Via;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The port of SCK 1.x, whose HTTP no server of HTTP takes. One request a connection, one thread a
 * connection, and a bound on everything: connections, their length, their time.
 */
public final class LegacyListener implements Managed {

  private static final Logger LOGGER = LoggerFactory.getLogger(LegacyListener.class);

  private final LegacySettings settings;
  private final LegacyExchange exchange;
  private final DoorMetrics metrics;
  private final Seats seats;
  private final Set<Socket> open = ConcurrentHashMap.newKeySet();
  private final ExecutorService workers =
      Executors.newCachedThreadPool(work -> daemon(work, "legacy-kit"));
  private final ServerSocket server;

  /**
   * A listener that does not listen yet.
   *
   * @param door takes what kits say
   * @throws IOException if there are no sockets to be had
   */
  public LegacyListener(
      LegacySettings settings,
      Function<LegacyPost, LegacyDoor.Taken> door,
      KitClock clock,
      DoorMetrics metrics)
      throws IOException {
    this.settings = settings;
    this.exchange = new LegacyExchange(door, clock);
    this.metrics = metrics;
    this.seats = new Seats(settings.maxConnections(), settings.maxPerAddress());
    this.server = new ServerSocket();
    metrics.watch("add.connections", seats::taken);
  }

  @Override
  public void start() throws IOException {
    server.setReuseAddress(true);
    server.bind(new InetSocketAddress(settings.host(), settings.port()));
    daemon(this::acceptAll, "legacy-accept").start();
    LOGGER.info("SCK 1.x may connect to port {}", port());
  }

  @Override
  public void stop() throws IOException {
    server.close();
    for (Socket socket : open) {
      socket.close();
    }
    workers.shutdown();
  }

  /** Where it listens. */
  public int port() {
    return server.getLocalPort();
  }

  private void acceptAll() {
    while (!server.isClosed()) {
      try {
        admit(server.accept());
      } catch (IOException e) {
        if (!server.isClosed()) {
          LOGGER.atWarn().setCause(e).log("A connection could not be accepted");
        }
      }
    }
  }

  private void admit(Socket socket) throws IOException {
    if (seats.take(socket.getInetAddress())) {
      open.add(socket);
      workers.execute(() -> serve(socket));
    } else {
      metrics.refused(Via.ADD, Refused.TOO_MANY_CONNECTIONS);
      socket.close();
    }
  }

  private void serve(Socket socket) {
    try (socket) {
      answer(new Connection(socket, Duration.ofMillis(settings.deadline().toMilliseconds())));
    } catch (SocketTimeoutException e) {
      metrics.refused(Via.ADD, Refused.TOO_SLOW);
    } catch (IOException e) {
      metrics.refused(Via.ADD, Refused.MALFORMED);
    } finally {
      open.remove(socket);
      seats.leave(socket.getInetAddress());
    }
  }

  private void answer(Connection connection) throws IOException {
    try {
      Optional<byte[]> head = connection.head(Math.toIntExact(settings.maxHead().toBytes()));
      if (head.isPresent()) {
        connection.answer(exchange.answer(RequestHead.parse(head.get())));
      } else {
        metrics.refused(Via.ADD, Refused.MALFORMED);
        connection.answer(exchange.answer(Status.OK));
      }
    } catch (HeadTooLongException e) {
      metrics.refused(Via.ADD, Refused.TOO_LARGE);
      connection.answer(exchange.answer(Status.TOO_LONG));
    }
  }

  private static Thread daemon(Runnable work, String name) {
    Thread thread = new Thread(work, name);
    thread.setDaemon(true);
    return thread;
  }
}
