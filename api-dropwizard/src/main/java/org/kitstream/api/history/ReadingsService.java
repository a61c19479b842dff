package org.kitstream.api.history;

import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import org.kitstream.api.history.ReadingsAnswer.Reading;

/**
 * Answers questions for the history of a sensor. Who may ask about a device is not decided here.
 * Thread-safe.
 */
public final class ReadingsService {

  private final DeviceSensors sensors;
  private final BucketSource buckets;

  ReadingsService(DeviceSensors sensors, BucketSource buckets) {
    this.sensors = sensors;
    this.buckets = buckets;
  }

  /** The service that reads from the first of the replicas. */
  public static ReadingsService over(HistorySettings settings, DeviceSensors sensors) {
    HistoryStore store = new HistoryStore(settings.urls().get(0), settings);
    return new ReadingsService(sensors, new PointBuckets(store, settings.mostIntervals()));
  }

  /**
   * The answer to a query about a device that exists. A sensor that the device does not have has no
   * readings.
   *
   * @param callersZone for times, if the query asks for local ones
   * @throws HistoryUnavailableException if history cannot be read now
   * @throws org.kitstream.api.failure.Failure.BadRequest if the answer would be too large
   */
  public ReadingsAnswer answer(long deviceId, ReadingsQuery query, ZoneId callersZone) {
    AnswerTimes times = AnswerTimes.in(query.localTimes() ? callersZone : ZoneOffset.UTC);
    return query
        .sensor()
        .findOn(deviceId, sensors)
        .map(sensor -> history(deviceId, sensor, query, times))
        .orElseGet(() -> nothing(deviceId, query));
  }

  private ReadingsAnswer history(
      long deviceId, DeviceSensor sensor, ReadingsQuery query, AnswerTimes times) {
    TimeRange range = query.range();
    BucketSeries series =
        range.isEmpty() ? new BucketSeries(0) : buckets.read(deviceId, sensor.sensorId(), query);
    return new ReadingsAnswer(
        deviceId,
        sensor.key(),
        (long) sensor.sensorId(),
        sensor.componentId(),
        query.rollupText(),
        query.function().wireName(),
        times.text(range.from()),
        times.text(range.to()),
        series.sampleSize(),
        new NewestFirst(series, query.function(), times));
  }

  private static ReadingsAnswer nothing(long deviceId, ReadingsQuery query) {
    Iterable<Reading> none = List.of();
    return new ReadingsAnswer(
        deviceId,
        null,
        query.sensor().id(),
        null,
        query.rollupText(),
        query.function().wireName(),
        query.range().fromText(),
        query.range().toText(),
        0,
        none);
  }
}
