package org.kitstream.api.events;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Instant;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Header;
import org.jspecify.annotations.Nullable;
import org.kitstream.contract.device.EventKind;
import org.kitstream.contract.topic.RawHeader;

/**
 * What a kit reported, as it stands in {@code devices.events}.
 *
 * @param token what the kit calls itself by; empty for the report of a factory test
 * @param text the payload; bytes that are no UTF-8 are replaced
 * @param bridged whether another broker passed it on
 */
record KitEvent(
    EventKind kind,
    String token,
    String messageId,
    Instant receivedAt,
    boolean bridged,
    String text) {

  private static final String NUL = "\0";

  /** The event of a record; empty if the record is none. */
  static Optional<KitEvent> of(ConsumerRecord<byte[], byte[]> found) {
    String kind = header(found, EventKind.HEADER);
    String messageId = header(found, RawHeader.MESSAGE_ID);
    String receivedAt = header(found, RawHeader.RECEIVED_AT);
    if (kind == null || messageId == null || receivedAt == null || found.value() == null) {
      return Optional.empty();
    }
    try {
      return Optional.of(
          new KitEvent(
              EventKind.ofWireName(kind),
              found.key() == null ? "" : storable(found.key()),
              messageId,
              Instant.ofEpochMilli(Long.parseLong(receivedAt)),
              header(found, EventKind.BRIDGED) != null,
              storable(found.value())));
    } catch (IllegalArgumentException e) { // no such kind, no number
      return Optional.empty();
    }
  }

  /** Whether it is of this kind. */
  boolean is(EventKind other) {
    return kind == other;
  }

  /** PostgreSQL stores any character but NUL. */
  private static String storable(byte[] bytes) {
    return new String(bytes, UTF_8).replace(NUL, "");
  }

  private static @Nullable String header(ConsumerRecord<byte[], byte[]> found, String name) {
    Header header = found.headers().lastHeader(name);
    return header == null ? null : new String(header.value(), UTF_8);
  }
}
