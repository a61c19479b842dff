package org.kitstream.api.history;

import java.util.NavigableMap;
import java.util.TreeMap;

/** Points of device 9, sensor 55, in memory: the calibrated value, and twice that as posted. */
final class StoredPoints implements PointSource {

  static final long DEVICE = 9;
  static final DeviceSensor SENSOR = new DeviceSensor(55, 21, "t");

  private final NavigableMap<Long, Double> points = new TreeMap<>();

  StoredPoints with(long time, double value) {
    points.put(time, value);
    return this;
  }

  NavigableMap<Long, Double> all() {
    return points;
  }

  @Override
  public void read(PointQuery query, PointSink sink) {
    if (query.deviceId() != DEVICE || query.sensorId() != SENSOR.sensorId()) {
      return;
    }
    points
        .subMap(query.from().toEpochMilli(), true, query.to().toEpochMilli(), true)
        .entrySet()
        .stream()
        .limit(query.limit() == 0 ? Long.MAX_VALUE : query.limit())
        .forEach(p -> sink.accept(p.getKey(), query.raw() ? 2 * p.getValue() : p.getValue()));
  }
}
