package org.kitstream.api.surface.legacy;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/** One connection of a kit, of which every read ends by the same deadline. Not thread-safe. */
final class Connection {

  /** Firmware sends some stray bytes behind its headers; more is not waited for. */
  private static final int STRAY_BYTES = 4096;

  private static final Duration STRAY_PATIENCE = Duration.ofMillis(500);

  private final Socket socket;
  private final InputStream input;
  private long deadline;

  /**
   * @param patience until all of the request has to be there
   */
  Connection(Socket socket, Duration patience) throws IOException {
    this.socket = socket;
    this.deadline = System.nanoTime() + patience.toNanos();
    this.input = new BufferedInputStream(new Reads(socket.getInputStream()));
  }

  /**
   * All up to the first empty line behind the request line.
   *
   * @param most bytes that it may have
   * @return empty if the sender ends before the head does
   * @throws HeadTooLongException if it has more
   * @throws SocketTimeoutException past the deadline
   */
  Optional<byte[]> head(int most) throws IOException {
    ByteArrayOutputStream head = new ByteArrayOutputStream();
    boolean begun = false;
    boolean blankLine = true;
    for (int b = input.read(); b >= 0; b = input.read()) {
      if (head.size() == most) {
        throw new HeadTooLongException();
      }
      head.write(b);
      if (b == '\n') {
        if (blankLine && begun) {
          return Optional.of(head.toByteArray());
        }
        blankLine = true;
      } else if (b != '\r') {
        blankLine = false;
        begun = true;
      }
    }
    return Optional.empty();
  }

  /**
   * Sends the answer and ends the connection, after a look at what else the kit sends: with that
   * unread, the answer would be reset on its way.
   */
  void answer(byte[] answer) throws IOException {
    socket.getOutputStream().write(answer);
    socket.shutdownOutput();
    deadline = Math.min(deadline, System.nanoTime() + STRAY_PATIENCE.toNanos());
    try {
      input.skipNBytes(STRAY_BYTES);
    } catch (IOException e) {
      // The kit has ended, or its time is up: either is the end.
    }
  }

  /** More bytes than a head may have. */
  static final class HeadTooLongException extends IOException {
    HeadTooLongException() {
      super("The head of the request is too long");
    }
  }

  /** Reads of the socket by the deadline. */
  private final class Reads extends InputStream {

    private final InputStream raw;

    Reads(InputStream raw) {
      this.raw = raw;
    }

    @Override
    public int read() throws IOException {
      byte[] one = new byte[1];
      return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] into, int offset, int length) throws IOException {
      long left = TimeUnit.NANOSECONDS.toMillis(deadline - System.nanoTime());
      if (left <= 0) {
        throw new SocketTimeoutException("The deadline of the connection is over");
      }
      socket.setSoTimeout(Math.toIntExact(left));
      return raw.read(into, offset, length);
    }
  }
}
