package org.kitstream.api.surface.v0;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.Test;
import org.kitstream.api.ApiStack;
import org.kitstream.api.CompactedTopic;
import org.kitstream.api.TestDatabase;
import org.kitstream.api.devices.ProfilePublication;
import org.kitstream.api.outbox.Outbox;
import org.kitstream.api.surface.v0.People.Person;
import org.kitstream.contract.device.CalibrationProfile;
import org.kitstream.contract.device.ComponentProfile;
import org.kitstream.contract.device.DeviceProfile;
import org.kitstream.contract.device.SensorCatalogue;
import org.kitstream.contract.json.JsonCodec;
import org.kitstream.contract.topic.Topic;

/** What the stream is told of devices and sensors. */
class ProfilesIT {

  private static final JsonCodec<DeviceProfile> PROFILES = JsonCodec.of(DeviceProfile.class);
  private static final JsonCodec<SensorCatalogue> CATALOGUES = JsonCodec.of(SensorCatalogue.class);
  private static final Duration PATIENCE = Duration.ofSeconds(20);

  private final Person alice = People.citizen("alice");

  @Test
  void everyChangeOfADeviceIsOneMoreRevision() {
    long id = alice.device(Map.of("name", "roof", "kit_id", 3));
    alice.asks().patch("/v0/devices/" + id, Map.of("is_private", true));
    alice.asks().patch("/v0/devices/" + id, Map.of());
    alice.asks().delete("/v0/devices/" + id);

    await().atMost(PATIENCE).until(() -> profiles(id).size() == 3);
    assertThat(profiles(id)).extracting(DeviceProfile::revision).containsExactly(1L, 2L, 3L);
    assertThat(profiles(id))
        .extracting(DeviceProfile::isPrivate)
        .containsExactly(false, true, true);
    assertThat(profiles(id))
        .extracting(DeviceProfile::archived)
        .containsExactly(false, false, true);
  }

  @Test
  void aProfileHasTheKitsComponentsWithTheirCalibrations() {
    long id =
        alice.device(
            Map.of(
                "name",
                "old",
                "kit_id",
                3,
                "device_token",
                "tok" + People.uniqueName("n").substring(2)));
    await().atMost(PATIENCE).until(() -> profiles(id).size() == 1);
    DeviceProfile profile = profiles(id).get(0);

    assertThat(profile.token()).startsWith("tok");
    assertThat(profile.kitId()).isEqualTo(3);
    assertThat(profile.components())
        .extracting(ComponentProfile::key)
        .containsExactly("noise", "temp", "hum", "light", "no2", "co", "bat", "panel", "nets");
    List<CalibrationProfile> temperature = profile.components().get(1).calibrations();
    assertThat(temperature).hasSize(1);
    assertThat(temperature.get(0).version()).isEqualTo(1);
    assertThat(temperature.get(0).expression()).isEqualTo("(175.72 / 65536.0 * x) - 53");
    assertThat(profile.components().get(8).calibrations()).isEmpty();
  }

  @Test
  void aKitsChangeRepublishesItsDevices() {
    long id = alice.device(Map.of("name", "bora", "kit_id", 12));
    Jdbi jdbi = TestDatabase.jdbi();
    jdbi.useTransaction(
        handle -> {
          handle.execute("INSERT INTO components (kit_id, sensor_id, key) VALUES (12, 55, 't')");
          new ProfilePublication(new Outbox()).publishDevicesOf(handle, 12);
        });

    await().atMost(PATIENCE).until(() -> profiles(id).size() == 2);
    DeviceProfile changed = profiles(id).get(1);
    assertThat(changed.revision()).isEqualTo(2);
    assertThat(changed.components()).extracting(ComponentProfile::sensorId).containsExactly(55);
  }

  @Test
  void theCatalogueIsPublishedAtStart() {
    await()
        .atMost(PATIENCE)
        .untilAsserted(
            () -> {
              List<byte[]> values = values(Topic.SENSORS_CATALOGUE, SensorCatalogue.RECORD_KEY);
              SensorCatalogue newest = CATALOGUES.decode(values.get(values.size() - 1));
              assertThat(newest.sensors())
                  .hasSizeGreaterThanOrEqualTo(162)
                  .contains(new SensorCatalogue.Entry(55, "t"))
                  .noneMatch(entry -> entry.sensorId() == 54);
            });
  }

  private static List<DeviceProfile> profiles(long id) {
    return values(Topic.DEVICES_PROFILES, Long.toString(id)).stream()
        .map(PROFILES::decode)
        .toList();
  }

  private static List<byte[]> values(Topic topic, String key) {
    return CompactedTopic.valuesOf(ApiStack.shared().bootstrapServers(), topic, key);
  }
}
