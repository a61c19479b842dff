package org.kitstream.api.history;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Instant;
import java.time.ZoneId;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.kitstream.api.failure.Failure;

/** The worked examples and the captured answers of the contract's section 2.9. */
class ReadingsServiceTest {

  private static final String MAY_1 =
      "sensor_id=55&from=2024-05-01T00:00:00Z&to=2024-05-01T03:30:00Z&rollup=1h";
  private static final Instant NOW = Instant.parse("2024-05-02T00:00:00Z");

  private final StoredPoints points = new StoredPoints();
  private final ReadingsService service =
      new ReadingsService(new OneSensor(), new PointBuckets(points, 100));

  @Test
  void answersTheWorkedExampleToTheLetter() throws Exception {
    storeWorkedExample();

    assertThat(json(MAY_1))
        .isEqualTo(
            "{'device_id':9,'sensor_key':'t','sensor_id':55,'component_id':21,'rollup':'1h',"
                + "'function':'avg','from':'2024-05-01T00:00:00Z','to':'2024-05-01T03:30:00Z',"
                + "'sample_size':4,'readings':[['2024-05-01T03:00:00Z',8.0],"
                + "['2024-05-01T01:05:00Z',40.0],['2024-05-01T00:10:00Z',15.0]]}");
  }

  @ParameterizedTest
  @CsvSource({
    "avg, 8.0, 40.0, 15.0",
    "max, 8.0, 40.0, 20.0",
    "min, 8.0, 40.0, 10.0",
    "sum, 8.0, 40.0, 30.0",
    "count, 1, 1, 2",
    "dev, 0.0, 0.0, 7.0710678118654755",
    "first, 8.0, 40.0, 10.0",
    "last, 8.0, 40.0, 20.0"
  })
  void knowsEveryFunction(String function, String three, String one, String zero) throws Exception {
    storeWorkedExample();

    assertThat(json(MAY_1 + "&function=" + function))
        .contains("'function':'" + function + "'")
        .endsWith(
            "'readings':[['2024-05-01T03:00:00Z',%s],['2024-05-01T01:05:00Z',%s],['2024-05-01T00:10:00Z',%s]]}"
                .formatted(three, one, zero));
  }

  @Test
  void allIntervalsStartOnTheHourAndMayBeEmpty() throws Exception {
    storeWorkedExample();

    assertThat(json(MAY_1 + "&all_intervals=true"))
        .endsWith(
            "'sample_size':4,'readings':[['2024-05-01T03:00:00Z',8.0],"
                + "['2024-05-01T02:00:00Z',null],['2024-05-01T01:00:00Z',40.0],"
                + "['2024-05-01T00:00:00Z',15.0]]}");
  }

  @Test
  void theLimitCountsPointsOldestFirst() throws Exception {
    storeWorkedExample();

    assertThat(json(MAY_1 + "&limit=3"))
        .endsWith(
            "'sample_size':3,'readings':[['2024-05-01T01:05:00Z',40.0],"
                + "['2024-05-01T00:10:00Z',15.0]]}");
  }

  @Test
  void rawGroupsThePostedNumbers() throws Exception {
    storeWorkedExample();

    assertThat(json(MAY_1 + "&raw=1&function=max"))
        .endsWith(
            "[['2024-05-01T03:00:00Z',16.0],['2024-05-01T01:05:00Z',80.0],"
                + "['2024-05-01T00:10:00Z',40.0]]}");
  }

  @Test
  void bothEndsOfTheRangeBelongToIt() throws Exception {
    storeWorkedExample();

    assertThat(
            json(
                "sensor_key=t&rollup=1d&function=count&from=2024-05-01T00:50:00Z"
                    + "&to=2024-05-01T03:00:00Z"))
        .endsWith("'sample_size':3,'readings':[['2024-05-01T00:50:00Z',3]]}");
  }

  /** The times captured in 2015: readings about every minute from 14:14:05 on, by 4 hours. */
  @Test
  void bucketTimesAreThoseOfTheFirstPoints() throws Exception {
    Stream.of(
            "28T14:14:05",
            "28T15:59:50",
            "28T16:00:03",
            "28T19:59:59",
            "28T20:00:38",
            "29T00:00:12",
            "29T04:00:36",
            "29T08:00:07",
            "29T12:00:06",
            "29T16:00:46",
            "29T16:01:46",
            "29T20:00:35",
            "29T20:01:35")
        .forEach(time -> store("2015-07-" + time + "Z", 50));

    assertThat(json("sensor_key=t&rollup=4h&from=2015-07-28&to=2015-07-29T23:00:00Z"))
        .endsWith(
            Stream.of(
                    "29T20:00:35",
                    "29T16:00:46",
                    "29T12:00:06",
                    "29T08:00:07",
                    "29T04:00:36",
                    "29T00:00:12",
                    "28T20:00:38",
                    "28T16:00:03",
                    "28T14:14:05")
                .map("['2015-07-%sZ',50.0]"::formatted)
                .collect(Collectors.joining(",", "[", "]}")));
  }

  @Test
  void aSensorThatIsNotThereHasNoReadingsAndEchoesTheRange() throws Exception {
    assertThat(json("sensor_id=56&rollup=1h&from=2024-05-01&all_intervals=true"))
        .isEqualTo(
            "{'device_id':9,'sensor_key':null,'sensor_id':56,'component_id':null,'rollup':'1h',"
                + "'function':'avg','from':'2024-05-01','to':null,'sample_size':0,'readings':[]}");
    assertThat(json("sensor_key=hum&rollup=1h")).contains("'sensor_id':null,");
    assertThat(json("sensor_id=99999999999&rollup=1h")).contains("'sensor_id':99999999999,");
  }

  @Test
  void aRangeThatEndsBeforeItStartsIsEmpty() throws Exception {
    storeWorkedExample();

    assertThat(json("sensor_id=55&rollup=1h&from=2024-05-02&to=2024-05-01&all_intervals=true"))
        .contains("'from':'2024-05-02T00:00:00Z','to':'2024-05-01T00:00:00Z'")
        .endsWith("'sample_size':0,'readings':[]}");
  }

  @Test
  void localTimesAreInTheCallersZone() throws Exception {
    storeWorkedExample();

    assertThat(json("sensor_id=55&rollup=1d&localtimes=1&from=2024-05-01"))
        .contains("'from':'2024-05-01T02:00:00+02:00'")
        .endsWith("[['2024-05-01T02:10:00+02:00',19.5]]}");
  }

  @Test
  void whatIsTooLargeForANumberIsNull() throws Exception {
    store("2024-05-01T00:00:00Z", 1e308);
    store("2024-05-01T00:01:00Z", 1e308);

    assertThat(json(MAY_1 + "&function=sum")).endsWith("[['2024-05-01T00:00:00Z',null]]}");
  }

  @Test
  void refusesAnAnswerThatIsTooLarge() {
    for (int minute = 0; minute <= 100; minute++) {
      points.with(Instant.parse("2024-05-01T00:00:00Z").toEpochMilli() + minute * 60_000L, 1);
    }
    String sentence =
        "The answer would have more than 100 intervals: ask for a longer rollup or a shorter range.";

    assertThatThrownBy(() -> json("sensor_id=55&rollup=1m&from=2024-05-01"))
        .isInstanceOf(Failure.BadRequest.class)
        .hasMessage(sentence);
    assertThatThrownBy(() -> json("sensor_id=55&rollup=1h&from=2001-01-01&all_intervals=true"))
        .isInstanceOf(Failure.BadRequest.class)
        .hasMessage(sentence);
    assertThat(answer("sensor_id=55&rollup=2m&from=2001-01-01").readings()).hasSize(51);
  }

  private void storeWorkedExample() {
    store("2024-05-01T00:10:00Z", 10);
    store("2024-05-01T00:50:00Z", 20);
    store("2024-05-01T01:05:00Z", 40);
    store("2024-05-01T03:00:00Z", 8);
  }

  private void store(String time, double value) {
    points.with(Instant.parse(time).toEpochMilli(), value);
  }

  private ReadingsAnswer answer(String query) {
    return service.answer(
        StoredPoints.DEVICE,
        ReadingsQuery.parse(Parameters.of(query), NOW),
        ZoneId.of("Europe/Madrid"));
  }

  private String json(String query) throws JsonProcessingException {
    return new ObjectMapper().writeValueAsString(answer(query)).replace('"', '\'');
  }
}
