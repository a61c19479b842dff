package org.kitstream.calibration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.kitstream.calibration.Profiles.device;
import static org.kitstream.calibration.Profiles.sensor;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.kitstream.contract.device.SensorCatalogue;
import org.kitstream.contract.device.SensorCatalogue.Entry;
import org.kitstream.contract.payload.SensorRef;

class SensorResolverTest {

  private final CatalogueIndex catalogue =
      CatalogueIndex.of(
          new SensorCatalogue(
              1,
              List.of(
                  new Entry(4, "temp"),
                  new Entry(5, "hum"),
                  new Entry(12, "temp"),
                  new Entry(13, "temp"),
                  new Entry(53, "noise_dba"),
                  new Entry(53, "noise_dba"),
                  new Entry(87, "pm_avg_2.5"),
                  new Entry(158, null))));

  private final SensorResolver sck =
      SensorResolver.of(
          device(sensor(12, "temp"), sensor(55, "t"), sensor(900, "t_1"), sensor(901, "hum")),
          catalogue);

  private final SensorResolver bare = SensorResolver.of(device(), catalogue);

  @Test
  void resolvesKeysOnTheDeviceFirst() {
    assertThat(sck.sensorId(SensorRef.of("temp"))).hasValue(12);
    assertThat(sck.sensorId(SensorRef.of("t"))).hasValue(55);
    assertThat(sck.sensorId(SensorRef.of("t_1"))).hasValue(900);
    assertThat(sck.sensorId(SensorRef.of("hum"))).hasValue(901);
  }

  @Test
  void resolvesOtherKeysInTheCatalogueWhenOneSensorAloneHasThem() {
    assertThat(sck.sensorId(SensorRef.of("pm_avg_2.5"))).hasValue(87);
    assertThat(sck.sensorId(SensorRef.of("noise_dba"))).hasValue(53);
    assertThat(bare.sensorId(SensorRef.of("hum"))).hasValue(5);
    assertThat(bare.sensorId(SensorRef.of("temp"))).isEmpty();
    assertThat(bare.sensorId(SensorRef.of("t"))).isEmpty();
  }

  @Test
  void resolvesIdsOnTheDeviceAndInTheCatalogue() {
    assertThat(sck.sensorId(SensorRef.of("900"))).hasValue(900);
    assertThat(sck.sensorId(SensorRef.of("158"))).hasValue(158);
    assertThat(bare.sensorId(SensorRef.of("158"))).hasValue(158);
    assertThat(bare.sensorId(SensorRef.of("900"))).isEmpty();
    assertThat(bare.sensorId(SensorRef.of("0"))).isEmpty();
  }

  @Test
  void takesKeysAsTheyAreWritten() {
    assertThat(sck.sensorId(SensorRef.of("Temp"))).isEmpty();
    assertThat(sck.sensorId(SensorRef.of(""))).isEmpty();
  }

  @Test
  void takesTheFirstOfTwoComponentsWithOneKey() {
    SensorResolver resolver =
        SensorResolver.of(device(sensor(4, "temp"), sensor(12, "temp")), catalogue);

    assertThat(resolver.sensorId(SensorRef.of("temp"))).hasValue(4);
    assertThat(resolver.sensorId(SensorRef.of("12"))).hasValue(12);
  }
}
