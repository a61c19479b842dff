package org.kitstream.jobs.history;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DecimalTextTest {

  private static final int RUNS = 2_000_000;

  @ParameterizedTest
  @CsvSource({
    "0.0, 0",
    "-0.0, -0",
    "21.4, 21.4",
    "-21.4, -21.4",
    "133.482, 133.482",
    "14.38578857421875, 14.38578857421875",
    "0.1, 0.1",
    "0.3, 0.3",
    "0.30000000000000004, 0.30000000000000004",
    "5.0E-324, 4.9E-324",
    "1.0E-5, 0.00001",
    "9.999999999999999E-6, 9.999999999999999E-6",
    "133482, 133482",
    "9007199254740991, 9007199254740991",
    "9007199254740993, 9007199254740992",
    "1.0E16, 1.0E16",
    "0.9999999999999999, 0.99999999999999989",
    "9.999999999999998, 9.9999999999999982",
    "1.7976931348623157E308, 1.7976931348623157E308"
  })
  void writesShortText(double number, String expected) {
    assertThat(text(number)).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource({"0", "7", "10", "1714564800250", "-1", "-9223372036854775808", "9223372036854775807"})
  void writesIntegers(long number) {
    var out = new byte[32];

    assertThat(new String(out, 0, DecimalText.write(number, out, 0), US_ASCII))
        .isEqualTo(Long.toString(number));
  }

  @Test
  void readingTheTextGivesTheSameDouble() {
    long seed = System.nanoTime();
    var random = new SplittableRandom(seed);
    for (int i = 0; i < RUNS; i++) {
      double number = Doubles.next(random);
      String text = text(number);
      if (Double.doubleToRawLongBits(Double.parseDouble(text))
          != Double.doubleToRawLongBits(number)) {
        assertThat(text).as("seed %d", seed).isEqualTo(Double.toString(number));
      }
    }
  }

  private static String text(double number) {
    var out = new byte[32];
    return new String(out, 0, DecimalText.write(number, out, 0), US_ASCII);
  }
}
