package org.kitstream.api.live;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.kitstream.contract.device.LatestDocument;

class PackedDocumentTest {

  @Test
  void givesBackEveryDocumentAsItWas() {
    for (long seed = 0; seed < 500; seed++) {
      LatestDocument document = LiveDocuments.random(new Random(seed));

      assertThat(PackedDocument.of(document).unpack()).as("seed %d", seed).isEqualTo(document);
    }
  }

  @Test
  void tellsTheReadingTimeWithoutUnpacking() {
    LatestDocument document = LiveDocuments.document(9, LiveDocuments.NOON, 214);

    assertThat(PackedDocument.of(document).recordedAt())
        .isEqualTo(LiveDocuments.NOON.toEpochMilli());
  }
}
