package org.kitstream.api.surface.v0;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.kitstream.api.ApiStack;
import org.kitstream.api.CompactedTopic;
import org.kitstream.api.RawTopic;
import org.kitstream.api.RawTopic.Raw;
import org.kitstream.api.surface.v0.People.Person;
import org.kitstream.contract.device.ComponentProfile;
import org.kitstream.contract.device.DeviceProfile;
import org.kitstream.contract.json.JsonCodec;
import org.kitstream.contract.reading.PayloadFormat;
import org.kitstream.contract.topic.RawHeader;
import org.kitstream.contract.topic.Topic;

/** Kits of other platforms. */
class PushIT {

  private static final Person ALICE = People.citizen("alice");
  private static final String LUFTDATEN =
      "{\"esp8266id\":\"3835\",\"sensordatavalues\":[{\"value_type\":\"SDS_P1\",\"value\":\"1\"}]}";
  private static final String PROBE = "{\"t\":7.81,\"r.avg\":-8}";

  private final String token = People.uniqueName("esp8266");

  @Test
  void aSensorCommunityKitProvesItselfByItsName() {
    long id = device("sensor-community");
    Http kit = Http.anonymous().with("X-Sensor", token);
    assertThat(send(kit, "/push/sensor-community", LUFTDATEN)).isEqualTo(200);
    assertThat(raw(id)).extracting(Raw::payload).containsExactly(LUFTDATEN);
    assertThat(raw(id).get(0).header(RawHeader.FORMAT)).isEqualTo("sensor-community");
  }

  @Test
  void orByBasicCredentials() {
    long id = device("city-probe");
    assertThat(send(basic(token), "/push/city-probe", PROBE)).isEqualTo(200);
    assertThat(raw(id).get(0).header(RawHeader.FORMAT)).isEqualTo("city-probe");
  }

  @Test
  void aKitThatIsNotOneOfThatPlatformIsRefused() {
    long id = device("city-probe");
    assertThat(send(basic(token), "/push/sensor-community", LUFTDATEN)).isEqualTo(422);
    assertThat(send(basic("nobodys"), "/push/city-probe", PROBE)).isEqualTo(401);
    assertThat(send(basic(token), "/push/city-probe", "not json")).isEqualTo(400);
    ALICE.asks().delete("/v0/devices/" + id);
    assertThat(send(basic(token), "/push/city-probe", PROBE)).isEqualTo(401);
    assertThat(raw(id)).isEmpty();
  }

  @Test
  void itsOwnerMayPostForItInEitherForm() {
    long id = device("sensor-community");
    String path = "/v0/devices/" + id + "/readings";
    String ours = "{\"data\":[{\"recorded_at\":\"2026-05-01T10:00:00Z\",\"sensors\":[]}]}";
    assertThat(send(ALICE.asks(), path, LUFTDATEN)).isEqualTo(200);
    assertThat(send(ALICE.asks(), path, ours)).isEqualTo(200);
    assertThat(raw(id))
        .extracting(one -> one.header(RawHeader.FORMAT))
        .containsExactly("sensor-community", "json");
  }

  @Test
  void theFormatIsTheOwnersToSetAndTheStreamKnowsIt() {
    long id = device("sensor-community");
    JsonNode own = ALICE.asks().get("/v0/devices/" + id).json();
    assertThat(own.path("readings_format").asText()).isEqualTo("sensor-community");
    assertThat(Http.anonymous().get("/v0/devices/" + id).json().has("readings_format")).isFalse();
    Http.Answer wrong = ALICE.asks().patch("/v0/devices/" + id, Map.of("readings_format", "xml"));
    assertThat(wrong.status()).isEqualTo(422);
    ALICE.asks().patch("/v0/devices/" + id, Map.of("readings_format", ""));

    await().atMost(Duration.ofSeconds(20)).until(() -> profiles(id).size() == 2);
    assertThat(profiles(id))
        .extracting(DeviceProfile::readingsFormat)
        .containsExactly(PayloadFormat.SENSOR_COMMUNITY, null);
    assertThat(profiles(id).get(0).components())
        .extracting(ComponentProfile::key)
        .contains("sds_p1", "bme280_pressure", "humidity");
  }

  @Test
  void theCityProbeHasItsKeys() {
    long id = device("city-probe");
    await().atMost(Duration.ofSeconds(20)).until(() -> profiles(id).size() == 1);
    List<String> keys =
        profiles(id).get(0).components().stream().map(ComponentProfile::key).toList();
    assertThat(keys)
        .containsExactlyInAnyOrder(
            ("b c firmware_version h l n p p1 p2 r.avg r.max r.min r.sd r.var"
                    + " s.avg s.max s.min s.sd s.var seq t uv")
                .split(" "));
  }

  private long device(String format) {
    int kit = format.equals("city-probe") ? 503 : 502;
    return ALICE.device(
        Map.of("name", "d", "device_token", token, "kit_id", kit, "readings_format", format));
  }

  private static Http basic(String user) {
    String pair = Base64.getEncoder().encodeToString((user + ":x").getBytes(UTF_8));
    return Http.anonymous().with("Authorization", "Basic " + pair);
  }

  private static int send(Http who, String path, String body) {
    return who.with("Content-Type", "application/json")
        .send("POST", path, BodyPublishers.ofString(body))
        .status();
  }

  private static List<Raw> raw(long id) {
    return RawTopic.of(ApiStack.shared().bootstrapServers(), id);
  }

  private static List<DeviceProfile> profiles(long id) {
    JsonCodec<DeviceProfile> codec = JsonCodec.of(DeviceProfile.class);
    return CompactedTopic.valuesOf(
            ApiStack.shared().bootstrapServers(), Topic.DEVICES_PROFILES, Long.toString(id))
        .stream()
        .map(codec::decode)
        .toList();
  }
}
