package org.kitstream.api.quarantine;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Something that was refused.
 *
 * @param reason a name of {@link org.kitstream.contract.reading.Refusal.Reason}
 * @param sentence what was wrong, in words
 * @param field the part that was wrong; null for the whole
 * @param format wire name of how it is to be read; null when it was refused before or after that
 * @param via wire name of the door; null likewise
 * @param alike how many of this device are refused for the same reason and field, this one included
 * @param replayedAt when it was last sent again; null while it waits
 */
@SuppressWarnings("ArrayRecordComponent") // read from one row, handed to one answer
public record Entry(
    long id,
    String messageId,
    String reason,
    String sentence,
    @Nullable String field,
    @Nullable String format,
    @Nullable String via,
    byte[] payload,
    Instant receivedAt,
    Instant quarantinedAt,
    @Nullable Instant replayedAt,
    long alike) {

  private static final String REPLAY = "#replay-";

  /** Whether it is a payload as a door took it, so that it can take its way again. */
  public boolean canBeReplayed() {
    return format != null && via != null;
  }

  /** What the message that is sent again is called: the same however often this entry is. */
  String replayId() {
    int earlier = messageId.indexOf(REPLAY);
    return (earlier < 0 ? messageId : messageId.substring(0, earlier)) + REPLAY + id;
  }
}
