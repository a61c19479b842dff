package org.kitstream.api.surface.v0;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Map;
import org.kitstream.api.figures.Figures.DeviceFigures;
import org.kitstream.api.figures.Figures.UserFigures;

/** Figures of the whole platform. */
record MetricsJson(Devices devices, Users users) {

  /** Devices by when they last sent a reading. */
  record Online(long now, long lastHour, long today, long thisMonth, long thisYear, long allTime) {}

  record Devices(
      long total,
      @JsonProperty("private") long hidden,
      long test,
      Online online,
      Map<String, Long> readings) {}

  record UsersOnline(long now) {}

  record Users(long total, UsersOnline online) {}

  /**
   * Readings are not counted here: the history has them. The member is there for who looks for it.
   */
  static MetricsJson of(DeviceFigures devices, UserFigures users) {
    Online online =
        new Online(
            devices.now(),
            devices.lastHour(),
            devices.today(),
            devices.thisMonth(),
            devices.thisYear(),
            devices.allTime());
    return new MetricsJson(
        new Devices(devices.total(), devices.hidden(), devices.test(), online, Map.of()),
        new Users(users.total(), new UsersOnline(users.now())));
  }
}
