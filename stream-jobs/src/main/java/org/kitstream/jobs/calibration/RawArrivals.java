package org.kitstream.jobs.calibration;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Instant;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.connector.kafka.source.reader.deserializer.KafkaRecordDeserializationSchema;
import org.apache.flink.util.Collector;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Header;
import org.jspecify.annotations.Nullable;
import org.kitstream.contract.reading.PayloadFormat;
import org.kitstream.contract.reading.QuarantinedReading;
import org.kitstream.contract.reading.RawReading;
import org.kitstream.contract.reading.Refusal;
import org.kitstream.contract.reading.Refusal.Reason;
import org.kitstream.contract.reading.Via;
import org.kitstream.contract.topic.RawHeader;

/**
 * Records of {@code readings.raw}. Never throws: a record that makes no sense is an arrival too.
 */
final class RawArrivals implements KafkaRecordDeserializationSchema<RawArrival> {

  private static final byte[] NOTHING = {};

  @Override
  public void deserialize(ConsumerRecord<byte[], byte[]> arrived, Collector<RawArrival> out) {
    out.collect(arrival(arrived));
  }

  @Override
  public TypeInformation<RawArrival> getProducedType() {
    return TypeInformation.of(RawArrival.class);
  }

  private static RawArrival arrival(ConsumerRecord<byte[], byte[]> arrived) {
    Long deviceId = null;
    try {
      deviceId = deviceId(arrived);
      return new RawArrival(reading(arrived, deviceId), null);
    } catch (IllegalArgumentException e) {
      return new RawArrival(null, refused(arrived, deviceId, e));
    }
  }

  private static RawReading reading(ConsumerRecord<byte[], byte[]> arrived, long deviceId) {
    String receivedAt = header(arrived, RawHeader.RECEIVED_AT);
    String messageId = header(arrived, RawHeader.MESSAGE_ID);
    return new RawReading(
        deviceId,
        messageId == null ? place(arrived) : messageId,
        PayloadFormat.ofWireName(String.valueOf(header(arrived, RawHeader.FORMAT))),
        Via.ofWireName(String.valueOf(header(arrived, RawHeader.VIA))),
        Instant.ofEpochMilli(receivedAt == null ? arrived.timestamp() : Long.parseLong(receivedAt)),
        payload(arrived));
  }

  private static QuarantinedReading refused(
      ConsumerRecord<byte[], byte[]> arrived, @Nullable Long deviceId, Exception why) {
    Instant at = Instant.ofEpochMilli(arrived.timestamp());
    String sentence = "The record is malformed: " + why.getMessage();
    return new QuarantinedReading(
        deviceId,
        place(arrived),
        null,
        null,
        at,
        at,
        Quarantine.bounded(new Refusal(Reason.NOT_PARSED, sentence, null)),
        Quarantine.bounded(payload(arrived)));
  }

  private static byte[] payload(ConsumerRecord<byte[], byte[]> arrived) {
    return arrived.value() == null ? NOTHING : arrived.value();
  }

  private static long deviceId(ConsumerRecord<byte[], byte[]> arrived) {
    if (arrived.key() == null) {
      throw new IllegalArgumentException("it has no key");
    }
    return Long.parseLong(new String(arrived.key(), UTF_8));
  }

  private static @Nullable String header(ConsumerRecord<byte[], byte[]> arrived, String name) {
    Header header = arrived.headers().lastHeader(name);
    return header == null || header.value() == null ? null : new String(header.value(), UTF_8);
  }

  /** Where the record stands in Kafka: the name of a message that was given none. */
  private static String place(ConsumerRecord<byte[], byte[]> arrived) {
    return arrived.topic() + "-" + arrived.partition() + "@" + arrived.offset();
  }
}
