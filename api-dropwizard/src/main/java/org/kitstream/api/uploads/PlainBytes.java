package org.kitstream.api.uploads;

import java.io.IOException;
import java.io.InputStream;
import java.io.PushbackInputStream;
import java.util.zip.GZIPInputStream;

/**
 * The bytes of a file as it was before anybody compressed it, counted and bounded, so that a small
 * body which would grow without end is refused as early as a large one. Not thread-safe.
 */
final class PlainBytes extends InputStream {

  private static final int GZIP_FIRST = 0x1f;
  private static final int GZIP_SECOND = 0x8b;
  private static final int BUFFER = 64 * 1024;

  private final InputStream in;
  private final long bound;
  private long count;

  private PlainBytes(InputStream in, long bound) {
    this.in = in;
    this.bound = bound;
  }

  /**
   * Reads a file, whether or not it is compressed with gzip.
   *
   * @param bound bytes after decompression; reading one more throws {@link TooLongException}
   */
  static PlainBytes of(InputStream file, long bound) throws IOException {
    PushbackInputStream peeked = new PushbackInputStream(file, 2);
    byte[] start = peeked.readNBytes(2);
    peeked.unread(start);
    boolean compressed =
        start.length == 2 && (start[0] & 0xff) == GZIP_FIRST && (start[1] & 0xff) == GZIP_SECOND;
    return new PlainBytes(compressed ? new GZIPInputStream(peeked, BUFFER) : peeked, bound);
  }

  /** Bytes read so far. */
  long count() {
    return count;
  }

  @Override
  public int read() throws IOException {
    byte[] one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
  }

  @Override
  public int read(byte[] buffer, int offset, int length) throws IOException {
    int read = in.read(buffer, offset, length);
    count += Math.max(read, 0);
    if (count > bound) {
      throw new TooLongException(bound);
    }
    return read;
  }

  @Override
  public void close() throws IOException {
    in.close();
  }
}
