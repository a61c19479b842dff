package org.kitstream.api.uploads;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A file that somebody uploaded, and how far it is.
 *
 * @param bytes its length after decompression
 * @param bytesDone how much of it has been read and sent
 * @param claimedAt when a node took it on, the last time
 * @param bytesAtClaim how much was done by then
 * @param report on the rows so far; null before the first
 */
public record Upload(
    long id,
    long deviceId,
    State state,
    long bytes,
    long bytesDone,
    @Nullable Instant claimedAt,
    long bytesAtClaim,
    @Nullable UploadReport report,
    Instant createdAt,
    @Nullable Instant finishedAt) {

  /** Names are part of the public API, in lower case. */
  public enum State {
    /** It is still coming in. */
    RECEIVING,
    /** It is stored and waits for its turn. */
    WAITING,
    /** Its rows are being sent. */
    RUNNING,
    /** All its rows were sent, but for those that the report says are refused. */
    DONE,
    /** It cannot be read to its end; the rows before were sent. */
    FAILED
  }

  /** How much is done, 0 to 100. */
  public int percent() {
    if (state == State.DONE) {
      return 100;
    }
    return bytes == 0 ? 0 : (int) (bytesDone * 100 / bytes);
  }

  /** When it will be done at the present pace; null when that cannot be told. */
  public @Nullable Instant eta(Instant now) {
    long sinceClaim = bytesDone - bytesAtClaim;
    if (state != State.RUNNING || claimedAt == null || sinceClaim <= 0) {
      return null;
    }
    double taken = Duration.between(claimedAt, now).toMillis();
    return now.plusMillis((long) (taken * (bytes - bytesDone) / sinceClaim));
  }
}
