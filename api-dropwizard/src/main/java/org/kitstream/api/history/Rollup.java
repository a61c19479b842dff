package org.kitstream.api.history;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAdjusters;
import java.util.Arrays;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A length of time on the UTC calendar, such as {@code 10m} or {@code 1M}: the width of a bucket.
 *
 * @param amount at least 1; at most 10,000 years in all
 */
record Rollup(long amount, Unit unit) {

  private static final Pattern TEXT = Pattern.compile("([0-9]{1,18})([A-Za-z]+)");
  private static final long LONGEST_YEARS = 10_000;

  Rollup {
    if (amount < 1 || amount > unit.most()) {
      throw new IllegalArgumentException("not a length of time: " + amount + unit.symbol);
    }
  }

  /** The units by their symbols; case matters. */
  enum Unit {
    YEARS("y", ChronoUnit.YEARS),
    MONTHS("M", ChronoUnit.MONTHS),
    WEEKS("w", ChronoUnit.WEEKS),
    DAYS("d", ChronoUnit.DAYS),
    HOURS("h", ChronoUnit.HOURS),
    MINUTES("m", ChronoUnit.MINUTES),
    SECONDS("s", ChronoUnit.SECONDS),
    MILLISECONDS("ms", ChronoUnit.MILLIS);

    private final String symbol;
    private final ChronoUnit length;

    Unit(String symbol, ChronoUnit length) {
      this.symbol = symbol;
      this.length = length;
    }

    /** Whether every unit is equally long; months and years are not. */
    boolean isFixed() {
      return length.compareTo(ChronoUnit.WEEKS) <= 0;
    }

    private long most() {
      return ChronoUnit.YEARS.getDuration().multipliedBy(LONGEST_YEARS).toMillis()
          / length.getDuration().toMillis();
    }

    private static Optional<Unit> of(String symbol) {
      return Arrays.stream(values()).filter(unit -> unit.symbol.equals(symbol)).findFirst();
    }
  }

  /** Reads {@code <integer><unit>}; empty if the text is nothing like it, or 0, or too long. */
  static Optional<Rollup> parse(String text) {
    Matcher matcher = TEXT.matcher(text);
    if (!matcher.matches()) {
      return Optional.empty();
    }
    long amount = Long.parseLong(matcher.group(1));
    return Unit.of(matcher.group(2))
        .filter(unit -> amount >= 1 && amount <= unit.most())
        .map(unit -> new Rollup(amount, unit));
  }

  /** How long it is; for months and years an average. */
  Duration length() {
    return unit.length.getDuration().multipliedBy(amount);
  }

  /** The time that lies this long before another. */
  Instant before(Instant time) {
    return utc(time).minus(amount, unit.length).toInstant();
  }

  /**
   * The buckets of a query: they follow each other from an anchor, which is midnight UTC of the
   * first day; for weeks the Monday, for months the 1st, for years 1 January before it.
   */
  Buckets bucketsFrom(Instant from) {
    LocalDate day = utc(from).toLocalDate();
    LocalDate anchor =
        switch (unit) {
          case YEARS -> day.withDayOfYear(1);
          case MONTHS -> day.withDayOfMonth(1);
          case WEEKS -> day.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
          case DAYS, HOURS, MINUTES, SECONDS, MILLISECONDS -> day;
        };
    OffsetDateTime start = anchor.atStartOfDay().atOffset(ZoneOffset.UTC);
    return unit.isFixed()
        ? new FixedBuckets(start.toInstant().toEpochMilli(), length().toMillis())
        : new CalendarBuckets(start, amount, unit.length);
  }

  private static OffsetDateTime utc(Instant time) {
    return time.atOffset(ZoneOffset.UTC);
  }

  /** Buckets on the time axis, numbered from the anchor on. Times are epoch milliseconds. */
  interface Buckets {

    /** The number of the bucket that holds the time, which is not before the anchor. */
    long indexOf(long time);

    /** When a bucket starts; the one before it ends there. */
    long startOf(long index);
  }

  private record FixedBuckets(long anchor, long width) implements Buckets {

    @Override
    public long indexOf(long time) {
      return (time - anchor) / width;
    }

    @Override
    public long startOf(long index) {
      return anchor + index * width;
    }
  }

  private record CalendarBuckets(OffsetDateTime anchor, long amount, ChronoUnit unit)
      implements Buckets {

    @Override
    public long indexOf(long time) {
      return unit.between(anchor, utc(Instant.ofEpochMilli(time))) / amount;
    }

    @Override
    public long startOf(long index) {
      return anchor.plus(index * amount, unit).toInstant().toEpochMilli();
    }
  }
}
