package org.kitstream.api.live;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.kitstream.api.live.LiveDocuments.NOON;
import static org.kitstream.api.live.LiveDocuments.document;

import java.time.Duration;
import java.time.Instant;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.kitstream.contract.device.DeviceStatus;
import org.kitstream.contract.device.DeviceStatus.State;
import org.kitstream.contract.device.LatestDocument;
import org.kitstream.contract.topic.Topic;

class LiveTableTest {

  private final LiveTable table = new LiveTable();

  @Test
  void aDeviceWithoutADocumentIsNew() {
    assertThat(table.latest(9)).isEmpty();
    assertThat(table.state(9, NOON)).isEqualTo(State.NEW);
    assertThat(table.status(9)).isEmpty();
  }

  @Test
  void holdsTheLastDocument() {
    say(document(9, NOON, 214));
    say(document(9, NOON.plusSeconds(60), 215));

    assertThat(table.latest(9)).contains(document(9, NOON.plusSeconds(60), 215));
    assertThat(table.latest(10)).isEmpty();
  }

  @Test
  void aCorrectionOfTheSameTimeReplaces() {
    say(document(9, NOON, 214));
    say(document(9, NOON, 300));

    assertThat(table.latest(9)).contains(document(9, NOON, 300));
  }

  @Test
  void aReplayDoesNotTakeADeviceBack() {
    say(document(9, NOON, 214));
    say(new DeviceStatus(9, State.OFFLINE, NOON.plus(Duration.ofMinutes(10))));

    say(document(9, NOON.minusMillis(1), 100));
    say(new DeviceStatus(9, State.ONLINE, NOON));

    assertThat(table.latest(9)).contains(document(9, NOON, 214));
    assertThat(table.status(9)).map(DeviceStatus::state).contains(State.OFFLINE);
  }

  @Test
  void aDeletionMakesRoomForAnOlderDocument() {
    say(document(9, NOON, 214));
    say(new DeviceStatus(9, State.ONLINE, NOON));
    table.apply(record(Topic.DEVICES_LATEST, "9", null));
    table.apply(record(Topic.DEVICES_STATUS, "9", null));

    assertThat(table.latest(9)).isEmpty();
    assertThat(table.status(9)).isEmpty();
    assertThat(table.state(9, NOON)).isEqualTo(State.NEW);

    say(document(9, NOON.minusSeconds(60), 100));
    assertThat(table.latest(9)).contains(document(9, NOON.minusSeconds(60), 100));
  }

  @Test
  void isOnlineForTenMinutesAfterTheReadingTime() {
    say(document(9, NOON, 214));
    Instant silentAt = NOON.plus(Duration.ofMinutes(10));

    assertThat(table.state(9, silentAt.minusMillis(1))).isEqualTo(State.ONLINE);
    assertThat(table.state(9, silentAt)).isEqualTo(State.OFFLINE);
  }

  @Test
  void aReadingFromTheFutureLooksOnline() {
    say(document(9, NOON.plus(Duration.ofHours(20)), 214));

    assertThat(table.state(9, NOON)).isEqualTo(State.ONLINE);
  }

  @Test
  void refusesWhatItCannotReadAndKeepsWhatItHas() {
    say(document(9, NOON, 214));

    assertThatThrownBy(() -> table.apply(record(Topic.DEVICES_LATEST, "9", "{")))
        .isInstanceOf(RuntimeException.class);
    assertThatThrownBy(() -> table.apply(record(Topic.DEVICES_LATEST, "nine", null)))
        .isInstanceOf(RuntimeException.class);

    assertThat(table.latest(9)).contains(document(9, NOON, 214));
  }

  private void say(LatestDocument document) {
    byte[] json = LiveDocuments.json(document);
    table.apply(record(Topic.DEVICES_LATEST, "" + document.deviceId(), new String(json, UTF_8)));
  }

  private void say(DeviceStatus status) {
    byte[] json = LiveDocuments.json(status);
    table.apply(record(Topic.DEVICES_STATUS, "" + status.deviceId(), new String(json, UTF_8)));
  }

  @SuppressWarnings("NullAway") // a tombstone is a record without a value; Kafka is not annotated
  private static ConsumerRecord<byte[], byte[]> record(
      Topic topic, String key, @Nullable String json) {
    byte[] value = json == null ? null : json.getBytes(UTF_8);
    return new ConsumerRecord<>(topic.topicName(), 0, 0, key.getBytes(UTF_8), value);
  }
}
