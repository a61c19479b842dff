package org.kitstream.api.kits;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.sqlobject.customizer.BindMethods;
import org.jdbi.v3.sqlobject.statement.SqlQuery;
import org.kitstream.api.paging.Page;

interface KitDao {

  @SqlQuery(
      """
      SELECT id, uuid, slug, name, description, created_at, updated_at
        FROM kits
       ORDER BY id
       LIMIT :size OFFSET :offset
      """)
  List<Kit> list(@BindMethods Page page);

  @SqlQuery("SELECT count(*) FROM kits")
  long count();

  @SqlQuery(
      """
      SELECT id, uuid, slug, name, description, created_at, updated_at
        FROM kits
       WHERE id = ANY(:ids)
       ORDER BY id
      """)
  List<Kit> find(Collection<Integer> ids);

  @SqlQuery("SELECT id FROM kits WHERE slug = :slug ORDER BY id LIMIT 1")
  Optional<Integer> idOfSlug(String slug);

  @SqlQuery(
      """
      SELECT kit_id, sensor_id
        FROM components
       WHERE kit_id = ANY(:kitIds)
       ORDER BY kit_id, sensor_id
      """)
  List<KitSensor> sensors(Collection<Integer> kitIds);
}
