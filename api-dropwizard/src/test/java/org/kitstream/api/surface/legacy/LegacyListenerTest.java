package org.kitstream.api.surface.legacy;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.codahale.metrics.MetricRegistry;
import io.dropwizard.util.DataSize;
import io.dropwizard.util.Duration;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketException;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.kitstream.api.ingest.DoorMetrics;
import org.kitstream.api.ingest.LegacyDoor;
import org.kitstream.api.ingest.LegacyPost;
import org.kitstream.api.ingest.LegacySettings;

/** Over real sockets; what kits say lands in a queue. */
class LegacyListenerTest {

  private static final String BODY = "UTC:2015,2,1,20,00,05#";
  private static final Clock CLOCK =
      Clock.fixed(Instant.parse("2015-02-01T20:00:05Z"), ZoneOffset.UTC);
  private static final LegacySettings SETTINGS =
      new LegacySettings("127.0.0.1", 0, 6, 3, DataSize.kibibytes(2), Duration.milliseconds(700));
  private static final String REQUEST =
      """
      PUT /add HTTP/1.1\s
      Host: data.smartcitizen.me\s
      X-SmartCitizenMacADDR: 0:1\s
      X-SmartCitizenVersion: 1.1-0.9.4
      X-SmartCitizenData: [{"temp":"1"}]

      ]\r
      \r
      """;

  private final BlockingQueue<LegacyPost> posts = new LinkedBlockingQueue<>();
  private final MetricRegistry registry = new MetricRegistry();
  private final List<Socket> sockets = new ArrayList<>();
  private volatile LegacyDoor.Taken taken = LegacyDoor.Taken.DONE;
  private LegacyListener listener;

  @BeforeEach
  void start() throws IOException {
    listener =
        new LegacyListener(
            SETTINGS,
            post -> {
              posts.add(post);
              return taken;
            },
            new KitClock(CLOCK),
            new DoorMetrics(registry));
    listener.start();
  }

  @AfterEach
  void stop() throws IOException {
    for (Socket socket : sockets) {
      socket.close();
    }
    listener.stop();
  }

  @Test
  void takesTheBrokenHttpOfAKit() throws IOException {
    assertThat(exchange(REQUEST)).startsWith("HTTP/1.1 200 OK\r\n").endsWith("\r\n\r\n" + BODY);
    assertThat(posts).containsExactly(new LegacyPost("0:1", "1.1-0.9.4", "[{\"temp\":\"1\"}]"));
  }

  @Test
  void takesItByteByByteToo() throws IOException {
    Socket socket = connect(1);
    socket.setTcpNoDelay(true);
    OutputStream out = socket.getOutputStream();
    for (byte b : REQUEST.getBytes(ISO_8859_1)) {
      out.write(b);
      out.flush();
    }
    assertThat(answer(socket)).endsWith(BODY);
    assertThat(posts).hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "GET /datetime HTTP/1.0\r\n\r\n",
        "PATCH /v0/datetime\n\n",
        "POST /v0/add HTTP/1.1\r\nContent-Length: 3\r\n\r\nabc",
        "GET /add HTTP/1.1\r\n\r\n",
      })
  void answersWithTheTime(String request) throws IOException {
    assertThat(exchange(request)).startsWith("HTTP/1.1 200 OK\r\n").endsWith("\r\n\r\n" + BODY);
  }

  @Test
  void answersWithTheTimeWhateverIsWrong() throws IOException {
    taken = LegacyDoor.Taken.NOT_STORED;
    assertThat(exchange(REQUEST)).startsWith("HTTP/1.1 503 ").endsWith(BODY);
    assertThat(exchange("GET /elsewhere HTTP/1.1\n\n")).startsWith("HTTP/1.1 404 ").endsWith(BODY);
    assertThat(exchange("\u0016\u0003\u0001\n\n")).startsWith("HTTP/1.1 405 ").endsWith(BODY);
    String endless = "GET /add HTTP/1.1\nX-SmartCitizenData: " + "[".repeat(2048);
    assertThat(exchange(endless)).startsWith("HTTP/1.1 431 ").endsWith(BODY);
    assertThat(refused("too-large")).isEqualTo(1);
  }

  @Test
  void aSenderThatEndsInTheMiddleIsAnsweredButNotTaken() throws IOException {
    Socket socket = connect(1);
    socket.getOutputStream().write(REQUEST.substring(0, 120).getBytes(ISO_8859_1));
    socket.shutdownOutput();
    assertThat(answer(socket)).startsWith("HTTP/1.1 200 OK\r\n").endsWith(BODY);
    assertThat(posts).isEmpty();
    assertThat(refused("malformed")).isEqualTo(1);
  }

  @Test
  void aSenderThatNeverEndsIsCutOff() throws IOException {
    Socket silent = connect(1);
    silent.getOutputStream().write("PUT /add".getBytes(ISO_8859_1));
    assertThat(answer(silent)).isEmpty();
    assertThat(refused("too-slow")).isEqualTo(1);
  }

  @Test
  void oneAddressHasOnlySoManyConnectionsAndAllTogetherToo() throws IOException {
    for (int i = 0; i < 3; i++) {
      connect(1);
    }
    awaitConnections(3);
    assertThat(answer(connect(1))).isEmpty();
    for (int i = 0; i < 3; i++) {
      connect(2);
    }
    awaitConnections(6);
    assertThat(answer(connect(3))).isEmpty();
    assertThat(refused("too-many-connections")).isEqualTo(2);

    stopSending();
    awaitConnections(0);
    assertThat(exchange(REQUEST)).endsWith(BODY);
  }

  private void stopSending() throws IOException {
    for (Socket socket : sockets) {
      socket.close();
    }
  }

  private void awaitConnections(int expected) {
    await()
        .untilAsserted(
            () ->
                assertThat(registry.getGauges().get("ingest.add.connections").getValue())
                    .isEqualTo(expected));
  }

  private long refused(String why) {
    return registry.meter("ingest.add.refused." + why).getCount();
  }

  private String exchange(String request) throws IOException {
    try (Socket socket = connect(1)) {
      socket.getOutputStream().write(request.getBytes(ISO_8859_1));
      return answer(socket);
    }
  }

  private Socket connect(int from) throws IOException {
    Socket socket = new Socket();
    sockets.add(socket);
    socket.setSoTimeout(10_000);
    socket.bind(new InetSocketAddress(loopback(from), 0));
    socket.connect(new InetSocketAddress(loopback(1), listener.port()));
    return socket;
  }

  private static InetAddress loopback(int last) throws IOException {
    return InetAddress.getByAddress(new byte[] {127, 0, 0, (byte) last});
  }

  /** All that comes until the end; nothing if the connection was refused. */
  private static String answer(Socket socket) throws IOException {
    try {
      return new String(socket.getInputStream().readAllBytes(), ISO_8859_1);
    } catch (SocketException e) {
      return "";
    }
  }
}
