package org.kitstream.api.surface.v0;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.Test;
import org.kitstream.api.ApiStack;
import org.kitstream.api.CompactedTopic;
import org.kitstream.api.forwarding.Readings;
import org.kitstream.api.surface.v0.People.Person;
import org.kitstream.contract.device.DeviceProfile;
import org.kitstream.contract.device.ForwardingAccess;
import org.kitstream.contract.json.JsonCodec;
import org.kitstream.contract.reading.ProcessedReading;
import org.kitstream.contract.topic.Topic;

/** Whose readings are forwarded, and as what. */
class ForwardingIT {

  private static final Duration PATIENCE = Duration.ofSeconds(20);
  private static final JsonCodec<ProcessedReading> READINGS = JsonCodec.of(ProcessedReading.class);
  private static final JsonCodec<DeviceProfile> PROFILES = JsonCodec.of(DeviceProfile.class);

  private final Person rita = People.researcher("rita");
  private final Instant noon = Instant.now().truncatedTo(ChronoUnit.HOURS);

  @Test
  void aBatchIsForwardedAsItsOwnersDevice() throws IOException {
    String token = People.uniqueName("kit");
    long id =
        rita.device(
            Map.of(
                "name",
                "Roof",
                "kit_id",
                26,
                "device_token",
                token,
                "exposure",
                "outdoor",
                "enable_forwarding",
                true,
                "latitude",
                41.39669,
                "longitude",
                2.1921));
    send(Readings.at(id, "m1", noon, 21.3));
    send(Readings.at(id, "m1", noon.plusSeconds(60), 21.4));
    send(Readings.at(id, "m2", noon.plusSeconds(120), 21.5));

    await().atMost(PATIENCE).until(() -> forwarded(id).size() == 2);
    JsonNode first = Http.MAPPER.readTree(forwarded(id).get(0));
    assertThat(first.toString()).doesNotContain("null").doesNotContain("FILTERED");
    assertThat(first.path("id").asLong()).isEqualTo(id);
    assertThat(first.path("state").asText()).isEqualTo("has_published");
    assertThat(first.path("device_token").asText()).isEqualTo(token);
    assertThat(first.path("system_tags").toString()).isEqualTo("[\"new\",\"online\",\"outdoor\"]");
    assertThat(first.path("last_reading_at").asText()).isEqualTo("" + noon.plusSeconds(60));
    assertThat(first.path("data_policy").toString())
        .isEqualTo("{\"is_private\":false,\"enable_forwarding\":true,\"precise_location\":true}");
    assertThat(first.path("owner").path("email").asText())
        .isEqualTo(rita.username() + "@example.org");
    assertThat(first.path("owner").path("location").toString()).isEqualTo("{}");
    assertThat(first.path("location").path("latitude").asDouble()).isEqualTo(41.39669);
    assertThat(component(first, 55))
        .isEqualTo(
            "{\"last_reading_at\":\"%s\",\"latest_value\":21.4,\"previous_value\":21.3,"
                    .formatted(noon.plusSeconds(60))
                + "\"readings\":[{\"timestamp\":\"%s\",\"value\":21.3},".formatted(noon)
                + "{\"timestamp\":\"%s\",\"value\":21.4}]}".formatted(noon.plusSeconds(60)));
    assertThat(component(first, 56)).isEqualTo("{\"readings\":[]}");
    assertThat(component(Http.MAPPER.readTree(forwarded(id).get(1)), 55))
        .contains("\"latest_value\":21.5")
        .contains("\"value\":21.5}]");
  }

  @Test
  void nothingIsForwardedOfOtherDevices() {
    long silent = rita.device(Map.of("name", "Cellar", "kit_id", 26));
    long loud = rita.device(Map.of("name", "Roof", "kit_id", 26, "enable_forwarding", true));
    send(Readings.at(silent, "m1", noon, 1));
    send(Readings.at(loud, "m2", noon, 2));
    await().atMost(PATIENCE).until(() -> forwarded(loud).size() == 1);
    assertThat(forwarded(silent)).isEmpty();
  }

  @Test
  void theBridgesHearWhoMayFollow() {
    long id = rita.device(Map.of("name", "Roof", "enable_forwarding", true));
    JsonNode me = rita.asks().get("/v0/me").json();
    var access =
        new ForwardingAccess(
            me.path("forwarding_username").asText(), me.path("forwarding_token").asText());
    rita.asks().patch("/v0/devices/" + id, Map.of("enable_forwarding", false));
    await().atMost(PATIENCE).until(() -> profiles(id).size() == 2);
    assertThat(profiles(id)).extracting(DeviceProfile::forwarding).containsExactly(access, null);
  }

  @Test
  void whoBecomesAResearcherIsFollowedFromThenOn() {
    Person alice = People.citizen("alice");
    long id = alice.device(Map.of("name", "Roof"));
    Http admin = People.admin().asks();
    admin.patch("/v0/devices/" + id, Map.of("enable_forwarding", true));
    admin.patch("/v0/users/" + alice.username(), Map.of("role_mask", 2));
    admin.patch("/v0/users/" + alice.username(), Map.of("role_mask", 3));
    await().atMost(PATIENCE).until(() -> profiles(id).size() == 3);
    assertThat(profiles(id).get(1).forwarding()).isNull();
    assertThat(profiles(id).get(2).forwarding()).isNotNull();
    assertThat(profiles(id)).extracting(DeviceProfile::revision).containsExactly(1L, 2L, 3L);
  }

  @Test
  void whoClosesTheAccountIsFollowedNoMore() {
    long id = rita.device(Map.of("name", "Roof", "enable_forwarding", true));
    rita.asks().delete("/v0/me");
    await().atMost(PATIENCE).until(() -> profiles(id).size() == 2);
    assertThat(profiles(id).get(1).forwarding()).isNull();
  }

  /** A component without what its sensor is. */
  private static String component(JsonNode device, int sensorId) {
    for (JsonNode one : device.path("components")) {
      if (one.path("sensor").path("id").asInt() == sensorId) {
        assertThat(one.path("sensor").path("name").asText()).isNotEmpty();
        return ((ObjectNode) one.deepCopy()).without("sensor").toString();
      }
    }
    throw new AssertionError("no sensor " + sensorId + " in " + device);
  }

  private static void send(ProcessedReading reading) {
    KitSays.send(
        new ProducerRecord<>(
            Topic.READINGS_PROCESSED.topicName(),
            Long.toString(reading.deviceId()),
            READINGS.encode(reading)));
  }

  private static List<byte[]> forwarded(long id) {
    return values(Topic.READINGS_FORWARDED, id);
  }

  private static List<DeviceProfile> profiles(long id) {
    return values(Topic.DEVICES_PROFILES, id).stream().map(PROFILES::decode).toList();
  }

  private static List<byte[]> values(Topic topic, long id) {
    return CompactedTopic.valuesOf(ApiStack.shared().bootstrapServers(), topic, Long.toString(id));
  }
}
