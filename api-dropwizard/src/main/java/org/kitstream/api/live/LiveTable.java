package org.kitstream.api.live;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BiConsumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;
import org.kitstream.contract.device.DeviceStatus;
import org.kitstream.contract.device.LatestDocument;
import org.kitstream.contract.json.JsonCodec;
import org.kitstream.contract.topic.Topic;

/**
 * The last record of every device in the two topics. One thread applies records, any thread reads,
 * without locks.
 *
 * <p>A job that restarts says again what it said since its last checkpoint. So a record older than
 * the one held is ignored, and readers never see a device go back in time. Who wants to move a
 * device back (after deleting a reading from the future, say) deletes its record first.
 */
final class LiveTable {

  private static final JsonCodec<LatestDocument> LATEST = JsonCodec.of(LatestDocument.class);
  private static final JsonCodec<DeviceStatus> STATUS = JsonCodec.of(DeviceStatus.class);

  private final Map<Long, PackedDocument> documents = new ConcurrentHashMap<>();
  private final Map<Long, DeviceStatus> statuses = new ConcurrentHashMap<>();

  Optional<LatestDocument> latest(long deviceId) {
    return Optional.ofNullable(documents.get(deviceId)).map(PackedDocument::unpack);
  }

  DeviceStatus.State state(long deviceId, Instant now) {
    PackedDocument document = documents.get(deviceId);
    if (document == null) {
      return DeviceStatus.State.NEW;
    }
    Instant silentAt = Instant.ofEpochMilli(document.recordedAt()).plus(DeviceStatus.ONLINE_FOR);
    return now.isBefore(silentAt) ? DeviceStatus.State.ONLINE : DeviceStatus.State.OFFLINE;
  }

  void forEachReadingTime(BiConsumer<Long, Instant> receiver) {
    documents.forEach(
        (id, document) -> receiver.accept(id, Instant.ofEpochMilli(document.recordedAt())));
  }

  Optional<DeviceStatus> status(long deviceId) {
    return Optional.ofNullable(statuses.get(deviceId));
  }

  /**
   * Takes in a record of either topic.
   *
   * @throws RuntimeException if it is malformed; the table is then as before
   */
  void apply(ConsumerRecord<byte[], byte[]> record) {
    Long deviceId = Long.valueOf(new String(record.key(), US_ASCII));
    if (record.topic().equals(Topic.DEVICES_LATEST.topicName())) {
      applyLatest(deviceId, record.value());
    } else {
      applyStatus(deviceId, record.value());
    }
  }

  private void applyLatest(Long deviceId, byte @Nullable [] json) {
    if (json == null) {
      documents.remove(deviceId);
    } else {
      documents.merge(deviceId, PackedDocument.of(LATEST.decode(json)), LiveTable::newer);
    }
  }

  private void applyStatus(Long deviceId, byte @Nullable [] json) {
    if (json == null) {
      statuses.remove(deviceId);
    } else {
      statuses.merge(deviceId, STATUS.decode(json), LiveTable::newer);
    }
  }

  private static PackedDocument newer(PackedDocument held, PackedDocument arrived) {
    return arrived.recordedAt() < held.recordedAt() ? held : arrived;
  }

  private static DeviceStatus newer(DeviceStatus held, DeviceStatus arrived) {
    return arrived.since().isBefore(held.since()) ? held : arrived;
  }
}
