package org.kitstream.api.surface.v0;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.kitstream.api.surface.v0.People.Person;
import org.kitstream.contract.device.LatestDocument;
import org.kitstream.contract.device.LatestDocument.LatestValue;

/** What a device shows once it has sent something. */
class LatestIT {

  private final Instant now = Instant.now().truncatedTo(ChronoUnit.MILLIS);
  private final Person alice = People.citizen("alice");

  @Test
  void theLatestDocumentIsShownWithPostedNumbersAsTheyCame() {
    long id = alice.device(Map.of("name", "roof", "kit_id", 3));
    JsonNode device =
        shown(id, new LatestValue(12, 25768, 16.0910791015625, 25697.5, 15.9, now, 0));

    assertThat(device.path("status").asText()).isEqualTo("online");
    assertThat(device.path("state").asText()).isEqualTo("has_published");
    assertThat(device.path("system_tags").toString()).isEqualTo("[\"new\",\"online\"]");
    assertThat(device.path("last_reading_at").asText())
        .isEqualTo(now.truncatedTo(ChronoUnit.SECONDS).toString());
    JsonNode sensor = device.path("data").path("sensors").path(1);
    assertThat(sensor.toString())
        .contains("\"id\":12", "\"ancestry\":\"19\"", "\"value\":16.0910791015625")
        .contains("\"raw_value\":25768,", "\"prev_raw_value\":25697.5,", "\"prev_value\":15.9");
  }

  @Test
  void aSensorThatTheKitLacksBecomesTheDevicesOwn() {
    long id = alice.device(Map.of("name", "bare"));
    JsonNode device = shown(id, new LatestValue(55, 21.4, 21.4, null, null, now, 0));
    assertThat(device.path("data").path("sensors")).hasSize(1);

    JsonNode readings =
        Http.anonymous().get("/v0/devices/" + id + "/readings?sensor_key=t&rollup=1h").json();
    assertThat(readings.path("sensor_id").asInt()).isEqualTo(55);
    long componentId = readings.path("component_id").asLong();
    JsonNode component = Http.anonymous().get("/v0/components/" + componentId).json();
    assertThat(component.path("device_id").asLong()).isEqualTo(id);
  }

  @Test
  void readingsOfAPrivateDeviceAreForItsOwner() {
    long id = alice.device(Map.of("name", "hidden", "is_private", true));
    String path = "/v0/devices/" + id + "/readings?sensor_id=55&rollup=1h";
    assertThat(Http.anonymous().get(path).status()).isEqualTo(403);
    assertThat(alice.asks().get(path).status()).isEqualTo(200);
    Http.Answer odd = alice.asks().get(path + "&from=2020-15");
    assertThat(odd.status()).isEqualTo(400);
    assertThat(odd.json().path("status").asInt()).isEqualTo(400);
  }

  private JsonNode shown(long id, LatestValue value) {
    Latest.publish(new LatestDocument(id, now, now, now, 1, List.of(value)));
    String path = "/v0/devices/" + id;
    await()
        .atMost(Duration.ofSeconds(20))
        .until(() -> Http.anonymous().get(path).text("state").equals("has_published"));
    return Http.anonymous().get(path).json();
  }
}
