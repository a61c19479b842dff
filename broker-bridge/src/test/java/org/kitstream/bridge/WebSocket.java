package org.kitstream.bridge;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.nio.ByteBuffer;
import java.util.Base64;

/** The client's side of a WebSocket, as a socket whose streams carry what is in binary frames. */
final class WebSocket extends Socket {

  private static final int BINARY = 0x82;
  private static final int CLOSE = 0x88;
  private static final int MASKED = 0x80;
  private static final int LENGTH_FOLLOWS = 126;
  private static final byte[] NO_MASK = new byte[4];

  private final Socket socket;
  private final DataInputStream in;
  private byte[] frame = new byte[0];
  private int read;

  private WebSocket(Socket socket) throws IOException {
    this.socket = socket;
    this.in = new DataInputStream(socket.getInputStream());
  }

  /** Asks for MQTT over WebSocket at the usual path, and is told yes. */
  static WebSocket upgrade(Socket socket) throws IOException {
    String request =
        "GET /mqtt HTTP/1.1\r\nHost: localhost\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n"
            + "Sec-WebSocket-Version: 13\r\nSec-WebSocket-Protocol: mqtt\r\nSec-WebSocket-Key: "
            + Base64.getEncoder().encodeToString(new byte[16])
            + "\r\n\r\n";
    socket.getOutputStream().write(request.getBytes(US_ASCII));
    WebSocket upgraded = new WebSocket(socket);
    String status = upgraded.line();
    if (!status.contains(" 101 ")) {
      throw new IOException("no WebSocket: " + status);
    }
    while (!upgraded.line().isEmpty()) {
      // the other lines of the answer say nothing that matters
    }
    return upgraded;
  }

  @Override
  public InputStream getInputStream() {
    return new InputStream() {
      @Override
      public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
      }

      @Override
      public int read(byte[] into, int offset, int length) throws IOException {
        while (read == frame.length) {
          if (!nextFrame()) {
            return -1;
          }
        }
        int copied = Math.min(length, frame.length - read);
        System.arraycopy(frame, read, into, offset, copied);
        read += copied;
        return copied;
      }
    };
  }

  @Override
  public OutputStream getOutputStream() {
    return new OutputStream() {
      @Override
      public void write(int one) throws IOException {
        write(new byte[] {(byte) one}, 0, 1);
      }

      @Override
      public void write(byte[] bytes, int offset, int length) throws IOException {
        int most = 32_000;
        for (int done = 0; done < length; done += most) {
          writeFrame(bytes, offset + done, Math.min(most, length - done));
        }
      }
    };
  }

  @Override
  public synchronized void setSoTimeout(int milliseconds) throws java.net.SocketException {
    socket.setSoTimeout(milliseconds);
  }

  @Override
  public void setTcpNoDelay(boolean on) throws java.net.SocketException {
    socket.setTcpNoDelay(on);
  }

  @Override
  public synchronized void close() throws IOException {
    socket.close();
  }

  private boolean nextFrame() throws IOException {
    int kind = in.read();
    if (kind < 0 || kind == CLOSE) {
      return false;
    }
    int length = in.readUnsignedByte();
    frame = new byte[length == LENGTH_FOLLOWS ? in.readUnsignedShort() : length];
    read = 0;
    in.readFully(frame);
    return true;
  }

  private void writeFrame(byte[] bytes, int offset, int length) throws IOException {
    ByteBuffer out = ByteBuffer.allocate(8 + length).put((byte) BINARY);
    if (length < LENGTH_FOLLOWS) {
      out.put((byte) (MASKED | length));
    } else {
      out.put((byte) (MASKED | LENGTH_FOLLOWS)).putShort((short) length);
    }
    out.put(NO_MASK).put(bytes, offset, length);
    socket.getOutputStream().write(out.array(), 0, out.position());
  }

  private String line() throws IOException {
    ByteArrayOutputStream line = new ByteArrayOutputStream();
    for (int c = in.read(); c != '\n'; c = in.read()) {
      if (c < 0) {
        throw new EOFException("hung up during the upgrade");
      }
      if (c != '\r') {
        line.write(c);
      }
    }
    return line.toString(US_ASCII);
  }
}
