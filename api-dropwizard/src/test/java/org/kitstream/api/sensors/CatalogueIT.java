package org.kitstream.api.sensors;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Map;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.generic.GenericType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.kitstream.api.TestDatabase;
import org.kitstream.calibration.formula.Formula;

/** The catalogue that every installation starts with. */
class CatalogueIT {

  private static final Jdbi JDBI = TestDatabase.empty();

  @ParameterizedTest
  @CsvSource({
    "SELECT count(*) FROM measurements, 20",
    "SELECT count(*) FROM sensors WHERE id < 500, 187",
    "SELECT count(*) FROM sensors WHERE records AND id < 500, 149",
    "SELECT count(*) FROM kits WHERE id < 500, 44",
    "SELECT count(*) FROM components WHERE kit_id < 500, 90",
    "SELECT count(*) FROM calibrations, 16",
    "SELECT count(*) FROM calibrations WHERE version <> 1 OR status <> 'active', 0",
    "SELECT min(id) FROM kits, 2",
    "SELECT max(id) FROM kits WHERE id < 500, 45",
    "SELECT max(id) FROM sensors WHERE id < 500, 227",
    "SELECT count(*) FROM sensors WHERE id BETWEEN 501 AND 513, 13",
    "SELECT count(*) FROM components WHERE kit_id = 501, 13"
  })
  void hasSoManyRows(String query, long expected) {
    assertThat(number(query)).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource(
      nullValues = "-",
      value = {
        "4, 3, 3, DHT22 - Temperature, ºC, temp, 1, a50dbd88-b0c7-4094-ad74-2b755e8023a8",
        "12, 19, 19, HPP828E031, ºC, temp, 1, 2922d20e-3b83-4d98-8791-cfcdfc12fa99",
        "14, -, -, BH1730FVC, Lux, light, 3, ac4234cf-d2b7-4cfa-8765-9f4477e2de5f",
        "55, 54, 54, Sensirion SHT31 - Temperature, ºC, t, 1, 384e46a2-80dd-481e-a9fc-cfbd512f9f43",
        "87, 69/86, 86, Plantower PMS5003 - PM2.5, ug/m3, pm_avg_2.5, 14, 9ee89ac2-0482-46dd-905f-0b7a1bb12c55",
        "61, 59/60, 60, Gases Board 2W, mV, -, -, -",
        "133, 132, 132, ADC_48_0, V, adc_48_0, 11, 37e8843d-47e1-401e-ac85-1c77d5ce4cd5"
      })
  void hasThisSensor(
      int id,
      String path,
      Integer parent,
      String name,
      String unit,
      String key,
      Integer measurement,
      String uuid) {
    Sensor sensor = new Sensors(JDBI).get(id);
    assertThat(sensor.ancestry()).isEqualTo(path);
    assertThat(sensor.parentId()).isEqualTo(parent);
    assertThat(sensor.name()).isEqualTo(name);
    assertThat(sensor.unit()).isEqualTo(unit);
    assertThat(sensor.defaultKey()).isEqualTo(key);
    assertThat(sensor.measurement() == null ? null : sensor.measurement().id())
        .isEqualTo(measurement);
    assertThat(uuid == null || uuid.equals(sensor.uuid().toString())).isTrue();
  }

  @Test
  void calibratesTheSensorsOfTheFirstKits() {
    assertThat(expressions(2))
        .containsExactlyInAnyOrderEntriesOf(
            Map.of(
                4, "x/10.0",
                5, "x/10.0",
                6, "x/10.0",
                7, "table",
                8, "x/1000.0",
                9, "x/1000.0",
                10, "x/10.0",
                11, "x/1000.0"));
    assertThat(expressions(3))
        .containsExactlyInAnyOrderEntriesOf(
            Map.of(
                12, "(175.72 / 65536.0 * x) - 53",
                13, "(125.0 / 65536.0 * x) + 7",
                14, "x/10.0",
                7, "table",
                15, "x/1000.0",
                16, "x/1000.0",
                17, "x/10.0",
                18, "x/1000.0"));
    assertThat(expressions(26)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "3, 12, 25132, 14.38578857421875",
    "3, 12, 22788, 8.100881347656248",
    "3, 12, 25768, 16.0910791015625",
    "3, 13, 30072, 64.3577880859375",
    "3, 13, 33168, 70.262939453125",
    "3, 13, 37488, 78.502685546875",
    "3, 7, 0, 50",
    "3, 7, 1, 52.5",
    "3, 7, 2, 55",
    "3, 7, 4, 57.333333333333336",
    "3, 7, 5, 57.666666666666664",
    "3, 7, 170, 64.66666666666667",
    "3, 7, 255, 66.875",
    "3, 7, 1860, 109",
    "3, 7, 5000, 110",
    "3, 14, 2909, 290.9",
    "3, 15, 133482, 133.482",
    "3, 16, 41951, 41.951",
    "3, 17, 800, 80.0",
    "2, 7, 5, 45",
    "2, 7, 7, 49",
    "2, 7, 13, 59.8",
    "2, 7, 31, 67.2",
    "2, 7, 40, 69",
    "2, 7, 74, 71.7",
    "2, 7, 2525, 102",
    "2, 4, 298, 29.8",
    "2, 8, 197574, 197.574",
    "2, 9, 276753, 276.753",
    "2, 10, 1000, 100.0",
    "2, 11, 5066, 5.066",
  })
  void calibratesToTheCheckValues(int kitId, int sensorId, double posted, double expected) {
    String expression =
        JDBI.withHandle(
            handle ->
                handle
                    .createQuery(
                        """
                        SELECT expression
                          FROM calibrations
                          JOIN components ON components.id = component_id
                         WHERE kit_id = :kitId AND sensor_id = :sensorId
                        """)
                    .bind("kitId", kitId)
                    .bind("sensorId", sensorId)
                    .mapTo(String.class)
                    .one());

    assertThat(Formula.parse(expression).evaluate(posted)).isCloseTo(expected, within(1e-9));
  }

  @Test
  void tagsTheSensorsWhoseValuesNeedProcessing() {
    Sensors sensors = new Sensors(JDBI);
    assertThat(sensors.find(List.of(55, 133, 169)))
        .extracting(Sensor::tags)
        .containsExactly(List.of(), List.of("raw"), List.of("raw"));
  }

  @Test
  void leavesRoomForWhatPeopleAdd() {
    assertThat(number("INSERT INTO kits (name, description) VALUES ('n', 'd') RETURNING id"))
        .isGreaterThanOrEqualTo(1000);
    assertThat(number("DELETE FROM kits WHERE id >= 1000 RETURNING id")).isPositive();
  }

  private static Map<Integer, String> expressions(int kitId) {
    return JDBI.withHandle(
        handle ->
            handle
                .createQuery(
                    """
                    SELECT sensor_id,
                           CASE WHEN expression LIKE 'table({%}, x)' THEN 'table'
                                ELSE expression END AS expression
                      FROM calibrations
                      JOIN components ON components.id = component_id
                     WHERE kit_id = :kitId
                    """)
                .bind("kitId", kitId)
                .setMapKeyColumn("sensor_id")
                .setMapValueColumn("expression")
                .collectInto(new GenericType<Map<Integer, String>>() {}));
  }

  private static long number(String query) {
    return JDBI.withHandle(handle -> handle.createQuery(query).mapTo(Long.class).one());
  }
}
