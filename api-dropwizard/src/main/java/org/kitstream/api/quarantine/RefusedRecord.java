package org.kitstream.api.quarantine;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.kitstream.contract.reading.PayloadFormat;
import org.kitstream.contract.reading.QuarantinedReading;
import org.kitstream.contract.reading.Via;

/** A record of the topic as it is stored, with its place there. */
@SuppressWarnings("ArrayRecordComponent") // decoded once, written once
public record RefusedRecord(
    @Nullable Long deviceId,
    int partition,
    long offset,
    String messageId,
    String reason,
    String sentence,
    @Nullable String field,
    @Nullable String format,
    @Nullable String via,
    byte[] payload,
    Instant receivedAt,
    Instant quarantinedAt) {

  static RefusedRecord of(QuarantinedReading refused, int partition, long offset) {
    PayloadFormat format = refused.format();
    Via via = refused.via();
    return new RefusedRecord(
        refused.deviceId(),
        partition,
        offset,
        storable(refused.messageId()),
        refused.refusal().reason().name(),
        storable(refused.refusal().sentence()),
        refused.refusal().field() == null ? null : storable(refused.refusal().field()),
        format == null ? null : format.wireName(),
        via == null ? null : via.wireName(),
        refused.payload(),
        refused.receivedAt(),
        refused.quarantinedAt());
  }

  /** PostgreSQL's text holds every character but one. */
  private static String storable(String text) {
    return text.replace("\0", "\ufffd");
  }
}
