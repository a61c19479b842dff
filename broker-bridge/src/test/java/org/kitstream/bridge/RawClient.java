package org.kitstream.bridge;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufUtil;
import io.netty.buffer.Unpooled;
import io.netty.channel.embedded.EmbeddedChannel;
import io.netty.handler.codec.mqtt.MqttDecoder;
import io.netty.handler.codec.mqtt.MqttEncoder;
import io.netty.handler.codec.mqtt.MqttFixedHeader;
import io.netty.handler.codec.mqtt.MqttMessage;
import io.netty.handler.codec.mqtt.MqttMessageBuilders;
import io.netty.handler.codec.mqtt.MqttMessageIdVariableHeader;
import io.netty.handler.codec.mqtt.MqttMessageType;
import io.netty.handler.codec.mqtt.MqttPublishMessage;
import io.netty.handler.codec.mqtt.MqttPublishVariableHeader;
import io.netty.handler.codec.mqtt.MqttQoS;
import io.netty.handler.codec.mqtt.MqttVersion;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;

/** A client that says exactly what a test tells it to, protocol or not. */
public final class RawClient implements AutoCloseable {

  private final Socket socket;
  private final EmbeddedChannel codec =
      new EmbeddedChannel(new MqttDecoder(1 << 20), MqttEncoder.INSTANCE);

  RawClient(int port) throws IOException {
    this(new Socket(InetAddress.getLoopbackAddress(), port));
  }

  RawClient(Socket socket) throws IOException {
    this.socket = socket;
    socket.setTcpNoDelay(true);
  }

  /** Connected by MQTT 3.1.1 with a clean session. */
  static RawClient connected(int port, String clientId) throws IOException {
    return new RawClient(port).introduced(clientId);
  }

  /** This client, once it is connected by MQTT 3.1.1 with a clean session. */
  RawClient introduced(String clientId) throws IOException {
    send(connect(clientId).build());
    expect(MqttMessageType.CONNACK);
    return this;
  }

  public static MqttMessageBuilders.ConnectBuilder connect(String clientId) {
    return MqttMessageBuilders.connect()
        .protocolVersion(MqttVersion.MQTT_3_1_1)
        .clientId(clientId)
        .cleanSession(true)
        .keepAlive(120);
  }

  static MqttPublishMessage publish(MqttQoS qos, int packetId, String topic, String payload) {
    return publish(qos, packetId, topic, payload.getBytes(StandardCharsets.UTF_8), false);
  }

  static MqttPublishMessage publish(
      MqttQoS qos, int packetId, String topic, byte[] payload, boolean again) {
    return new MqttPublishMessage(
        new MqttFixedHeader(MqttMessageType.PUBLISH, again, qos, false, 0),
        new MqttPublishVariableHeader(topic, packetId),
        Unpooled.wrappedBuffer(payload));
  }

  static MqttMessage pubRel(int packetId) {
    return new MqttMessage(
        new MqttFixedHeader(MqttMessageType.PUBREL, false, MqttQoS.AT_LEAST_ONCE, false, 0),
        MqttMessageIdVariableHeader.from(packetId));
  }

  /** Sends the packets in one write. */
  void send(MqttMessage... packets) throws IOException {
    send(encoded(packets));
  }

  /** Sends a packet with one byte in each segment (or frame). */
  void sendByteForByte(MqttMessage packet) throws IOException {
    for (byte one : encoded(packet)) {
      send(new byte[] {one});
    }
  }

  private byte[] encoded(MqttMessage... packets) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    for (MqttMessage packet : packets) {
      codec.writeOutbound(packet);
      for (ByteBuf part = codec.readOutbound(); part != null; part = codec.readOutbound()) {
        bytes.writeBytes(ByteBufUtil.getBytes(part));
        part.release();
      }
    }
    return bytes.toByteArray();
  }

  void send(byte[] bytes) throws IOException {
    socket.getOutputStream().write(bytes);
    socket.getOutputStream().flush();
  }

  /** The next packet, or empty when none comes in that time. Fails when the door hangs up. */
  Optional<MqttMessage> next(Duration patience) throws IOException {
    long deadline = System.nanoTime() + patience.toNanos();
    byte[] buffer = new byte[8192];
    while (true) {
      MqttMessage packet = codec.readInbound();
      if (packet != null) {
        return Optional.of(packet);
      }
      long left = (deadline - System.nanoTime()) / 1_000_000;
      if (left <= 0) {
        return Optional.empty();
      }
      socket.setSoTimeout((int) left);
      int length;
      try {
        length = socket.getInputStream().read(buffer);
      } catch (SocketTimeoutException e) {
        return Optional.empty();
      }
      if (length < 0) {
        throw new HungUp();
      }
      codec.writeInbound(Unpooled.copiedBuffer(buffer, 0, length));
    }
  }

  /** The next packet, which must be of that type. */
  MqttMessage expect(MqttMessageType type) throws IOException {
    MqttMessage packet =
        next(Duration.ofSeconds(20)).orElseThrow(() -> new AssertionError("no " + type + " came"));
    if (packet.fixedHeader().messageType() != type) {
      throw new AssertionError("expected " + type + " but got " + packet);
    }
    return packet;
  }

  /** The next packet, which must answer that id with that type. */
  void expect(MqttMessageType type, int packetId) throws IOException {
    int found = ((MqttMessageIdVariableHeader) expect(type).variableHeader()).messageId();
    if (found != packetId) {
      throw new AssertionError("expected " + type + " of " + packetId + " but got of " + found);
    }
  }

  /** Whether the door hangs up within that time without another word. */
  boolean isHungUpWithin(Duration patience) throws IOException {
    try {
      Optional<MqttMessage> word = next(patience);
      if (word.isPresent()) {
        throw new AssertionError("unexpected " + word.get());
      }
      return false;
    } catch (HungUp | java.net.SocketException | javax.net.ssl.SSLException e) {
      return true;
    }
  }

  @Override
  public void close() throws IOException {
    socket.close();
    codec.finishAndReleaseAll();
  }

  /** The other side has closed the connection. */
  static final class HungUp extends IOException {
    HungUp() {
      super("the door hung up");
    }
  }
}
