package org.kitstream.api.uploads;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.InflaterInputStream;
import org.jdbi.v3.core.Jdbi;

/** A file in the database, compressed and in pieces, of which one at a time is in memory. */
final class StoredFile {

  private static final int PIECE = 256 * 1024;

  private final Jdbi jdbi;
  private final long uploadId;

  StoredFile(Jdbi jdbi, long uploadId) {
    this.jdbi = jdbi;
    this.uploadId = uploadId;
  }

  /** What was written: the SHA-256 of the plain bytes, hexadecimal, and how many there were. */
  record Written(String sha256, long bytes) {}

  /** Stores all of the stream. Each piece is durable when the next is begun. */
  Written write(InputStream plain) throws IOException {
    MessageDigest digest = sha256();
    Deflater deflater = new Deflater(Deflater.BEST_SPEED);
    long count = 0;
    try (OutputStream out =
        new DeflaterOutputStream(new BufferedOutputStream(new Pieces(), PIECE), deflater)) {
      byte[] buffer = new byte[64 * 1024];
      for (int read = plain.read(buffer); read >= 0; read = plain.read(buffer)) {
        digest.update(buffer, 0, read);
        out.write(buffer, 0, read);
        count += read;
      }
    } finally {
      deflater.end();
    }
    return new Written(HexFormat.of().formatHex(digest.digest()), count);
  }

  /** The plain bytes from the beginning. */
  InputStream read() {
    return new BufferedInputStream(new InflaterInputStream(new Stored()));
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }

  /** Each write is a piece; the buffer before it makes them large. */
  private final class Pieces extends OutputStream {

    private int next;

    @Override
    public void write(int oneByte) {
      write(new byte[] {(byte) oneByte}, 0, 1);
    }

    @Override
    public void write(byte[] buffer, int offset, int length) {
      byte[] piece = Arrays.copyOfRange(buffer, offset, offset + length);
      jdbi.useExtension(UploadDao.class, dao -> dao.addPiece(uploadId, next, piece));
      next++;
    }
  }

  /** The pieces one after the other. */
  private final class Stored extends InputStream {

    private ByteArrayInputStream piece = new ByteArrayInputStream(new byte[0]);
    private int next;

    @Override
    public int read() {
      byte[] one = new byte[1];
      return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] buffer, int offset, int length) {
      int read = piece.read(buffer, offset, length);
      while (read < 0) {
        Optional<byte[]> more =
            jdbi.withExtension(UploadDao.class, dao -> dao.piece(uploadId, next));
        if (more.isEmpty()) {
          return -1;
        }
        next++;
        piece = new ByteArrayInputStream(more.get());
        read = piece.read(buffer, offset, length);
      }
      return read;
    }
  }
}
