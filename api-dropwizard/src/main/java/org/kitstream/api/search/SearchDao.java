package org.kitstream.api.search;

import java.util.Collection;
import java.util.List;
import org.jdbi.v3.sqlobject.customizer.BindMethods;
import org.jdbi.v3.sqlobject.statement.SqlQuery;
import org.jspecify.annotations.Nullable;
import org.kitstream.api.paging.Page;

/**
 * Finds those in whose text each of the words begins a word; devices only for who may know them.
 */
interface SearchDao {

  @SqlQuery(
      """
      WITH wanted AS MATERIALIZED (SELECT search_query(:words) AS query)
      (SELECT 'TAG' AS kind, 0 AS place, id, name, description, NULL AS avatar,
              NULL AS picture_version, CAST(NULL AS bigint) AS owner_id, NULL AS owner_username,
              NULL AS city, NULL AS country_code
         FROM tags, wanted
        WHERE search_document(name, description) @@ query
        ORDER BY id
        LIMIT :mostTags)
      UNION ALL
      SELECT 'USER', 1, id, username, NULL, avatar,
             (SELECT encode(substring(sha256 FROM 1 FOR 4), 'hex')
                FROM user_pictures
               WHERE user_id = users.id), NULL, NULL, city, country_code
        FROM users, wanted
       WHERE search_document @@ query AND archived_at IS NULL
      UNION ALL
      SELECT 'DEVICE', 2, d.id, d.name, d.description, NULL, NULL, d.owner_id, o.username,
             d.city, d.country_code
        FROM wanted, devices d
        JOIN users o ON o.id = d.owner_id
       WHERE d.search_document @@ query
         AND d.archived_at IS NULL AND (NOT d.is_private OR :all OR d.owner_id = :callerId)
       ORDER BY place, id
       LIMIT :size OFFSET :offset
      """)
  List<Hit> find(
      Collection<String> words,
      int mostTags,
      boolean all,
      @Nullable Long callerId,
      @BindMethods Page page);

  @SqlQuery(
      """
      WITH wanted AS MATERIALIZED (SELECT search_query(:words) AS query)
      SELECT (SELECT least(count(*), :mostTags)
                FROM tags, wanted
               WHERE search_document(name, description) @@ query)
           + (SELECT count(*)
                FROM users, wanted
               WHERE search_document @@ query AND archived_at IS NULL)
           + (SELECT count(*)
                FROM devices, wanted
               WHERE search_document @@ query
                 AND archived_at IS NULL AND (NOT is_private OR :all OR owner_id = :callerId))
      """)
  long count(Collection<String> words, int mostTags, boolean all, @Nullable Long callerId);
}
