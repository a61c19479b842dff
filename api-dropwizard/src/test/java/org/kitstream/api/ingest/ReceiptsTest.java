package org.kitstream.api.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.kitstream.api.ingest.Receipts.Receipt;

class ReceiptsTest {

  private final Clock ticking =
      new Clock() {
        private Instant now = Instant.parse("2026-05-01T10:00:00.123456Z");

        @Override
        public Instant instant() {
          now = now.plusSeconds(1);
          return now;
        }

        @Override
        public ZoneOffset getZone() {
          return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
          return Clock.offset(this, Duration.ZERO);
        }
      };

  private final Receipts receipts = new Receipts(ticking);

  @Test
  void aRetryHasTheNameAndTheTimeOfTheFirst() {
    Receipt first = receipts.of(7, Optional.of("a"));
    assertThat(receipts.of(7, Optional.of("a"))).isEqualTo(first);
    assertThat(new Receipts(ticking).of(7, Optional.of("a")).messageId())
        .isEqualTo(first.messageId());
    assertThat(first.receivedAt()).isEqualTo(Instant.parse("2026-05-01T10:00:01.123Z"));
  }

  @Test
  void anotherKeyOrAnotherDeviceIsAnotherMessage() {
    assertThat(
            Stream.of(
                    receipts.of(7, Optional.of("a")),
                    receipts.of(7, Optional.of("b")),
                    receipts.of(8, Optional.of("a")),
                    receipts.of(7, Optional.empty()),
                    receipts.of(7, Optional.empty()))
                .map(Receipt::messageId))
        .doesNotHaveDuplicates();
  }
}
