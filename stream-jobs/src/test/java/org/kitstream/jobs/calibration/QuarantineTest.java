package org.kitstream.jobs.calibration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.kitstream.jobs.TestDevices.NOON;

import org.junit.jupiter.api.Test;
import org.kitstream.contract.json.JsonCodec;
import org.kitstream.contract.reading.PayloadFormat;
import org.kitstream.contract.reading.QuarantinedReading;
import org.kitstream.contract.reading.RawReading;
import org.kitstream.contract.reading.Refusal;
import org.kitstream.contract.reading.Refusal.Reason;
import org.kitstream.contract.reading.Via;

class QuarantineTest {

  private static final int KAFKA_REQUEST_BYTES = 1024 * 1024;

  @Test
  void theLargestFitsIntoARequestToKafka() {
    String endless = "ü".repeat(2_000_000);
    var reading =
        new RawReading(9, "m", PayloadFormat.JSON, Via.HTTP, NOON, new byte[2 * 1024 * 1024]);

    QuarantinedReading refused =
        Quarantine.of(reading, new Refusal(Reason.NOT_PARSED, endless, endless), NOON);

    assertThat(JsonCodec.of(QuarantinedReading.class).encode(refused).length)
        .isLessThan(KAFKA_REQUEST_BYTES - 10_000);
  }

  @Test
  void whatIsSmallIsKeptAsItIs() {
    var reading = new RawReading(9, "m", PayloadFormat.JSON, Via.HTTP, NOON, new byte[16_384]);
    var refusal = new Refusal(Reason.NOT_PARSED, "The message is not JSON.", "data");

    QuarantinedReading refused = Quarantine.of(reading, refusal, NOON);

    assertThat(refused.payload()).isSameAs(reading.payload());
    assertThat(refused.refusal()).isEqualTo(refusal);
  }
}
