package org.kitstream.api.raw;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.List;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.internals.RecordHeader;
import org.kitstream.contract.reading.RawReading;
import org.kitstream.contract.topic.RawHeader;
import org.kitstream.contract.topic.Topic;

/** How a payload stands in {@code readings.raw}. */
public final class RawRecord {

  private RawRecord() {}

  /** The record of a payload, under its device's id. */
  public static ProducerRecord<String, byte[]> of(RawReading reading) {
    List<Header> headers =
        List.of(
            header(RawHeader.FORMAT, reading.format().wireName()),
            header(RawHeader.VIA, reading.via().wireName()),
            header(RawHeader.RECEIVED_AT, Long.toString(reading.receivedAt().toEpochMilli())),
            header(RawHeader.MESSAGE_ID, reading.messageId()));
    return new ProducerRecord<>(
        Topic.READINGS_RAW.topicName(),
        null,
        Long.toString(reading.deviceId()),
        reading.payload(),
        headers);
  }

  private static Header header(String name, String value) {
    return new RecordHeader(name, value.getBytes(UTF_8));
  }
}
