package org.kitstream.api.devices;

import org.jdbi.v3.sqlobject.customizer.BindMethods;
import org.jdbi.v3.sqlobject.statement.SqlQuery;
import org.jdbi.v3.sqlobject.statement.SqlUpdate;

/** What goes with a device and is kept beside it. */
interface PostprocessingDao {

  @SqlUpdate(
      """
      INSERT INTO postprocessings (device_id, blueprint_url, hardware_url, latest_postprocessing,
                                   meta, forwarding_params)
      VALUES (:deviceId, :blueprintUrl, :hardwareUrl, :latestPostprocessing,
              CAST(:meta AS jsonb), CAST(:forwardingParams AS jsonb))
      ON CONFLICT (device_id) DO UPDATE
         SET blueprint_url = excluded.blueprint_url, hardware_url = excluded.hardware_url,
             latest_postprocessing = excluded.latest_postprocessing, meta = excluded.meta,
             forwarding_params = excluded.forwarding_params, updated_at = now()
       WHERE (postprocessings.blueprint_url, postprocessings.hardware_url,
              postprocessings.latest_postprocessing, postprocessings.meta,
              postprocessings.forwarding_params)
             IS DISTINCT FROM
             (excluded.blueprint_url, excluded.hardware_url, excluded.latest_postprocessing,
              excluded.meta, excluded.forwarding_params)
      """)
  void put(long deviceId, @BindMethods PostprocessingDraft draft);

  @SqlQuery("SELECT EXISTS (SELECT FROM forwarding_destinations WHERE id = :id)")
  boolean destinationExists(int id);
}
