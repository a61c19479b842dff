package org.kitstream.api.history;

import java.util.Arrays;
import java.util.Optional;

/** What becomes of the values of a bucket. */
enum Aggregate {
  AVG("avg"),
  MAX("max"),
  MIN("min"),
  SUM("sum"),
  COUNT("count"),
  /** The sample standard deviation. */
  DEV("dev"),
  FIRST("first"),
  LAST("last");

  private final String wireName;

  Aggregate(String wireName) {
    this.wireName = wireName;
  }

  /** Its name in requests and answers. */
  String wireName() {
    return wireName;
  }

  /** The result; of no meaning for no values. Infinite if it is too large for a double. */
  double of(Statistics statistics) {
    return switch (this) {
      case AVG -> statistics.average();
      case MAX -> statistics.maximum();
      case MIN -> statistics.minimum();
      case SUM -> statistics.sum();
      case COUNT -> statistics.count();
      case DEV -> statistics.deviation();
      case FIRST -> statistics.first();
      case LAST -> statistics.last();
    };
  }

  /** The function of that name; case matters. */
  static Optional<Aggregate> named(String wireName) {
    return Arrays.stream(values()).filter(one -> one.wireName.equals(wireName)).findFirst();
  }
}
