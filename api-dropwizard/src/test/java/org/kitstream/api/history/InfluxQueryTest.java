package org.kitstream.api.history;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class InfluxQueryTest {

  private static final Instant FROM = Instant.parse("2024-05-01T00:00:00.250Z");
  private static final Instant TO = Instant.parse("2024-05-02T00:00:00Z");

  @Test
  void asksForOneFieldOfOneDevice() {
    assertThat(InfluxQuery.text(new PointQuery(9, 55, false, FROM, TO, 0)))
        .isEqualTo(
            "SELECT \"55\" FROM \"readings\" WHERE \"device\" = '9'"
                + " AND time >= 1714521600250ms AND time <= 1714608000000ms");
  }

  @Test
  void asksForPostedValuesAndNoMoreThanTheLimit() {
    assertThat(InfluxQuery.text(new PointQuery(9, 55, true, FROM, TO, 12)))
        .startsWith("SELECT \"55_raw\" FROM")
        .endsWith("ms LIMIT 12");
  }

  @Test
  void staysWithinTheTimesThatInfluxDbHolds() {
    Instant before = Instant.parse("-7976-01-01T00:00:00Z");
    Instant after = Instant.parse("9999-12-31T00:00:00Z");

    assertThat(InfluxQuery.text(new PointQuery(9, 55, false, before, after, 0)))
        .endsWith("time >= -9223372036854ms AND time <= 9223372036854ms");
  }

  @Test
  void everythingIsEncoded() {
    URI uri =
        InfluxQuery.uri(
            URI.create("http://127.0.0.1:8086"),
            "a&b=c d",
            new PointQuery(9, 55, false, FROM, TO, 0));

    assertThat(uri.getRawQuery()).contains("&db=a%26b%3Dc+d&q=SELECT+%2255%22+FROM");
  }
}
