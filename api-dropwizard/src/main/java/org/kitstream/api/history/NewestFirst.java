package org.kitstream.api.history;

import java.time.Instant;
import java.util.Iterator;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.kitstream.api.history.ReadingsAnswer.Reading;

/**
 * The readings of an answer, made from its buckets while they are gone through. No record, and no
 * getters: Jackson would write those instead of the readings.
 */
final class NewestFirst implements Iterable<Reading> {

  private final BucketSeries series;
  private final Aggregate function;
  private final AnswerTimes times;

  NewestFirst(BucketSeries series, Aggregate function, AnswerTimes times) {
    this.series = series;
    this.function = function;
    this.times = times;
  }

  @Override
  public Iterator<Reading> iterator() {
    int last = series.size() - 1;
    return IntStream.rangeClosed(0, last).mapToObj(i -> reading(last - i)).iterator();
  }

  private Reading reading(int index) {
    Instant time = Instant.ofEpochMilli(series.time(index));
    return new Reading(times.text(time), number(series.value(index)));
  }

  private @Nullable Number number(double value) {
    if (!Double.isFinite(value)) {
      return null;
    }
    return function == Aggregate.COUNT ? (Number) (long) value : (Number) value;
  }
}
