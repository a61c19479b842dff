package org.kitstream.ops.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.kitstream.contract.payload.ParsedPayload;
import org.kitstream.contract.payload.PayloadParser;
import org.kitstream.contract.payload.PostedItem;
import org.kitstream.contract.reading.PayloadFormat;

class AirQualityReplayTest {

  private static final Instant ANCHOR = Instant.parse("2026-07-01T12:34:00Z");
  private static final int RECORDS = 9_357;

  private final AirQualityReplay replay = AirQualityReplay.endingAt(ANCHOR);

  @Test
  void everyRecordIsSentOnceAndTheNewestFallsOnTheAnchor() {
    List<PostedItem> items = itemsBetween(replay.start().minusSeconds(1), ANCHOR);

    assertThat(items).hasSize(RECORDS);
    assertThat(items.get(RECORDS - 1).recordedAt()).isEqualTo(ANCHOR);
    assertThat(items).extracting(PostedItem::recordedAt).isSorted().doesNotHaveDuplicates();
  }

  @Test
  void batchesFitIntoAPacket() {
    assertThat(replay.batches(replay.start().minusSeconds(1), ANCHOR))
        .allSatisfy(batch -> assertThat(batch.length).isLessThan(16 << 10));
  }

  @Test
  void theSetBeginsAnewHourByHourAfterTheAnchor() {
    List<PostedItem> items = itemsBetween(ANCHOR, ANCHOR.plus(Duration.ofHours(3)));

    assertThat(items)
        .extracting(PostedItem::recordedAt)
        .containsExactly(
            ANCHOR.plus(Duration.ofHours(1)),
            ANCHOR.plus(Duration.ofHours(2)),
            ANCHOR.plus(Duration.ofHours(3)));
    assertThat(items.get(0).values())
        .isEqualTo(itemsBetween(replay.start().minusSeconds(1), replay.start()).get(0).values());
  }

  private List<PostedItem> itemsBetween(Instant after, Instant upTo) {
    PayloadParser parser = PayloadParser.of(PayloadFormat.JSON);
    return replay.batches(after, upTo).stream()
        .map(batch -> parser.parse(batch, upTo))
        .peek(parsed -> assertThat(parsed.refusals()).isEmpty())
        .map(ParsedPayload::items)
        .flatMap(List::stream)
        .toList();
  }
}
