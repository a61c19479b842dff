package org.kitstream.api.uploads;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.InputStream;
import java.time.Instant;

/**
 * A file as long as wanted that is nowhere as a whole. While it is read it looks, every 8 MiB, at
 * how much of the heap is in use after a collection.
 */
final class Mebibytes extends InputStream {

  private static final long LOOK_EVERY = 8L << 20;
  private static final Instant FIRST = Instant.parse("2015-01-01T00:00:00Z");

  private final long length;
  private final HeapWatch watch;
  private byte[] line = "time,55,56,10,53,14,58,113,112,87,88,89\n".getBytes(UTF_8);
  private int at;
  private long read;
  private long rows;

  Mebibytes(int mebibytes, HeapWatch watch) {
    this.length = (long) mebibytes << 20;
    this.watch = watch;
  }

  long rows() {
    return rows;
  }

  @Override
  public int read() {
    byte[] one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
  }

  @Override
  public int read(byte[] buffer, int offset, int count) {
    if (at == line.length) {
      if (read >= length) {
        return -1;
      }
      line = next();
      at = 0;
    }
    int taken = Math.min(count, line.length - at);
    System.arraycopy(line, at, buffer, offset, taken);
    at += taken;
    if (read / LOOK_EVERY != (read + taken) / LOOK_EVERY) {
      watch.look();
    }
    read += taken;
    return taken;
  }

  private byte[] next() {
    rows++;
    return (FIRST.plusSeconds(60 * rows) + ",26.92,61.17,-1,5,43.34,101.53,null,508,0.204281,3,4\n")
        .getBytes(UTF_8);
  }
}
