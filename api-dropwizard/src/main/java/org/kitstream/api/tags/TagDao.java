package org.kitstream.api.tags;

import java.util.List;
import java.util.Optional;
import org.jdbi.v3.sqlobject.customizer.BindMethods;
import org.jdbi.v3.sqlobject.statement.GetGeneratedKeys;
import org.jdbi.v3.sqlobject.statement.SqlQuery;
import org.jdbi.v3.sqlobject.statement.SqlUpdate;
import org.kitstream.api.paging.Page;

interface TagDao {

  @SqlQuery(
      """
      SELECT id, uuid, name, description, created_at, updated_at
        FROM tags
       ORDER BY id
       LIMIT :size OFFSET :offset
      """)
  List<Tag> list(@BindMethods Page page);

  @SqlQuery("SELECT count(*) FROM tags")
  long count();

  @SqlQuery("SELECT id, uuid, name, description, created_at, updated_at FROM tags WHERE id = :id")
  Optional<Tag> find(int id);

  @SqlQuery(
      """
      SELECT id, uuid, name, description, created_at, updated_at
        FROM tags
       WHERE lower(name) = lower(:name)
      """)
  Optional<Tag> findByName(String name);

  @SqlUpdate("INSERT INTO tags (name, description) VALUES (:name, :description)")
  @GetGeneratedKeys("id")
  int insert(@BindMethods TagDraft draft);

  @SqlUpdate(
      """
      UPDATE tags
         SET name = :name, description = :description, updated_at = now()
       WHERE id = :id
      """)
  void update(int id, @BindMethods TagDraft draft);

  /** Takes the tag off every device too. */
  @SqlUpdate("DELETE FROM tags WHERE id = :id")
  void delete(int id);
}
