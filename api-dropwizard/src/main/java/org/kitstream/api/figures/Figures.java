package org.kitstream.api.figures;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import org.jdbi.v3.core.Jdbi;

/** Counts devices and people, archived ones left out. Names nobody. Thread-safe. */
public final class Figures {

  /** Who was heard of within this time is there now. */
  private static final Duration NOW = Duration.ofMinutes(10);

  private final Jdbi jdbi;

  public Figures(Jdbi jdbi) {
    this.jdbi = jdbi;
  }

  /**
   * How many devices there are, and how many of them sent a reading since when. Readings count by
   * the time at which they were taken.
   */
  public record DeviceFigures(
      long total,
      long hidden,
      long test,
      long now,
      long lastHour,
      long today,
      long thisMonth,
      long thisYear,
      long allTime) {}

  /**
   * How many people there are.
   *
   * @param now owners of a device that is there now
   */
  public record UserFigures(long total, long now) {}

  /** The devices; days, months and years begin in UTC. */
  public DeviceFigures devices(Instant at) {
    ZonedDateTime today = at.atZone(ZoneOffset.UTC).truncatedTo(ChronoUnit.DAYS);
    return jdbi.withExtension(
        FiguresDao.class,
        dao ->
            dao.devices(
                at.minus(NOW),
                at.minus(Duration.ofHours(1)),
                today.toInstant(),
                today.withDayOfMonth(1).toInstant(),
                today.withDayOfYear(1).toInstant()));
  }

  public UserFigures users(Instant at) {
    return jdbi.withExtension(FiguresDao.class, dao -> dao.users(at.minus(NOW)));
  }
}
