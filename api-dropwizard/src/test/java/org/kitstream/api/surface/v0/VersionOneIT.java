package org.kitstream.api.surface.v0;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.kitstream.api.surface.v0.People.Person;

/** Devices in the shape of version 1. */
class VersionOneIT {

  private final Person alice = People.citizen("alice");

  @Test
  void whatAViewerMayNotSeeIsLeftOutAndNamed() {
    long id =
        alice.device(Map.of("name", "d", "device_token", People.uniqueName("t"), "kit_id", 26));
    JsonNode device = Http.anonymous().get("/v1/devices/" + id).json();
    assertThat(device.has("device_token")).isFalse();
    assertThat(device.path("owner").has("email")).isFalse();
    assertThat(device.at("/data_policy/is_private").asBoolean()).isFalse();
    assertThat(device.path("data_policy").has("precise_location")).isFalse();
    assertThat(device.path("unauthorized_fields").toString())
        .contains("\"device_token\"", "\"owner.email\"", "\"data_policy.enable_forwarding\"");
  }

  @Test
  void itsOwnerSeesAllOfIt() {
    String token = People.uniqueName("t");
    long id = alice.device(Map.of("name", "d", "device_token", token, "kit_id", 26));
    JsonNode device = alice.asks().get("/v1/devices/" + id).json();
    assertThat(device.path("device_token").asText()).isEqualTo(token);
    assertThat(device.at("/owner/email").asText()).startsWith(alice.username());
    assertThat(device.has("unauthorized_fields")).isFalse();
    assertThat(device.has("description")).as("null members are left out").isFalse();
    assertThat(device.at("/components/0/sensor").has("name")).isTrue();
    assertThat(device.at("/components/0").has("readings")).isFalse();
  }

  @Test
  void itIsFoundAsInVersionZero() {
    String name = People.uniqueName("roof");
    long id = alice.device(Map.of("name", name));
    JsonNode found = Http.anonymous().get("/v1/devices?q%5Bname_eq%5D=" + name).json();
    assertThat(found.findValuesAsText("id")).contains(Long.toString(id));
    assertThat(found).hasSize(1);
    alice.asks().patch("/v0/devices/" + id, Map.of("is_private", true));
    assertThat(Http.anonymous().get("/v1/devices?q%5Bname_eq%5D=" + name).json()).isEmpty();
  }
}
