package org.kitstream.ops.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.kitstream.contract.payload.ParsedPayload;
import org.kitstream.contract.payload.PayloadParser;
import org.kitstream.contract.payload.PostedItem;
import org.kitstream.contract.reading.PayloadFormat;

class DemoPayloadsTest {

  private static final Instant NOON = Instant.parse("2026-07-01T12:00:00Z");

  static List<DemoKit> kits() {
    return DemoKit.all();
  }

  @Test
  void thereAreEnoughKitsOfBothKinds() {
    assertThat(kits()).hasSizeGreaterThanOrEqualTo(20);
    assertThat(kits()).extracting(DemoKit::blueprint).contains(Blueprint.values());
    assertThat(kits())
        .extracting(DemoKit::token)
        .doesNotHaveDuplicates()
        .allMatch(t -> t.length() == 6);
  }

  @ParameterizedTest
  @MethodSource("kits")
  void everyPayloadIsReadWhole(DemoKit kit) {
    PayloadFormat format =
        kit.blueprint() == Blueprint.SCK_2_1 ? PayloadFormat.SHORT : PayloadFormat.JSON;

    ParsedPayload parsed = PayloadParser.of(format).parse(kit.blueprint().payload(kit, NOON), NOON);

    assertThat(parsed.refusals()).isEmpty();
    assertThat(parsed.items()).extracting(PostedItem::recordedAt).containsExactly(NOON);
    assertThat(parsed.items().get(0).values()).hasSizeGreaterThanOrEqualTo(9);
  }

  @ParameterizedTest
  @MethodSource("kits")
  void theAirStaysPlausibleForAYear(DemoKit kit) {
    var weather = new Weather(kit);
    for (int hour = 0; hour < 24 * 365; hour += 7) {
      Instant at = NOON.plus(Duration.ofHours(hour));
      assertThat(weather.temperature(at)).isBetween(-10.0, 45.0);
      assertThat(weather.humidity(at)).isBetween(5.0, 99.0);
      assertThat(weather.light(at)).isBetween(0.0, 40_000.0);
      assertThat(weather.noiseLevel(at)).isBetween(30.0, 80.0);
      assertThat(weather.pressure(at)).isBetween(95.0, 105.0);
      assertThat(weather.fineParticles(at)).isBetween(1.0, 60.0);
      assertThat(weather.gas(at)).isBetween(0.0, 1.0);
    }
  }

  @Test
  void theSameMinuteIsTheSamePayload() {
    DemoKit kit = kits().get(0);

    assertThat(kit.blueprint().payload(kit, NOON)).isEqualTo(kit.blueprint().payload(kit, NOON));
  }
}
