package org.kitstream.api.surface.v0;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.time.Instant;
import java.util.Base64;
import org.jspecify.annotations.Nullable;
import org.kitstream.api.quarantine.Entry;

/**
 * Something that was refused.
 *
 * @param payload as it was received
 * @param payloadEncoding {@code text}, or {@code base64} for what is no text
 * @param replayable whether it can be sent again
 * @param alike how many are refused for the same reason and field, this one included
 */
record QuarantineJson(
    long id,
    String messageId,
    String reason,
    String sentence,
    @Nullable String field,
    @Nullable String format,
    @Nullable String via,
    String payload,
    String payloadEncoding,
    Instant receivedAt,
    Instant quarantinedAt,
    @Nullable Instant replayedAt,
    boolean replayable,
    long alike) {

  static QuarantineJson of(Entry entry) {
    String text = text(entry.payload());
    return new QuarantineJson(
        entry.id(),
        entry.messageId(),
        entry.reason(),
        entry.sentence(),
        entry.field(),
        entry.format(),
        entry.via(),
        text == null ? Base64.getEncoder().encodeToString(entry.payload()) : text,
        text == null ? "base64" : "text",
        entry.receivedAt(),
        entry.quarantinedAt(),
        entry.replayedAt(),
        entry.canBeReplayed(),
        entry.alike());
  }

  /** Null for bytes that are no UTF-8, or hold what no text does. */
  private static @Nullable String text(byte[] payload) {
    try {
      String text = UTF_8.newDecoder().decode(ByteBuffer.wrap(payload)).toString();
      boolean readable = text.chars().allMatch(c -> c >= ' ' || Character.isWhitespace(c));
      return readable ? text : null;
    } catch (CharacterCodingException e) {
      return null;
    }
  }
}
