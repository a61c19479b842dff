package org.kitstream.api.figures;

import java.time.Instant;
import org.jdbi.v3.sqlobject.statement.SqlQuery;

interface FiguresDao {

  @SqlQuery(
      """
      SELECT count(*) AS total,
             count(*) FILTER (WHERE is_private) AS hidden,
             count(*) FILTER (WHERE is_test) AS test,
             count(*) FILTER (WHERE last_reading_at > :now) AS now,
             count(*) FILTER (WHERE last_reading_at > :hour) AS last_hour,
             count(*) FILTER (WHERE last_reading_at >= :day) AS today,
             count(*) FILTER (WHERE last_reading_at >= :month) AS this_month,
             count(*) FILTER (WHERE last_reading_at >= :year) AS this_year,
             count(last_reading_at) AS all_time
        FROM devices
       WHERE archived_at IS NULL
      """)
  Figures.DeviceFigures devices(
      Instant now, Instant hour, Instant day, Instant month, Instant year);

  @SqlQuery(
      """
      SELECT count(*) AS total,
             count(*) FILTER (
               WHERE EXISTS (SELECT
                               FROM devices
                              WHERE owner_id = users.id
                                AND archived_at IS NULL
                                AND last_reading_at > :now)) AS now
        FROM users
       WHERE archived_at IS NULL
      """)
  Figures.UserFigures users(Instant now);
}
