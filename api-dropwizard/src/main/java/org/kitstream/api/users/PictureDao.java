package org.kitstream.api.users;

import java.util.Optional;
import org.jdbi.v3.sqlobject.statement.SqlQuery;
import org.jdbi.v3.sqlobject.statement.SqlUpdate;

interface PictureDao {

  @SqlQuery(
      """
      SELECT type, bytes, encode(sha256, 'hex') AS sha256
        FROM user_pictures
       WHERE user_id = :userId
      """)
  Optional<Picture> find(long userId);

  @SqlUpdate(
      """
      INSERT INTO user_pictures (user_id, type, bytes, sha256)
      VALUES (:userId, :type, :bytes, sha256(:bytes))
      ON CONFLICT (user_id) DO UPDATE
         SET type = excluded.type, bytes = excluded.bytes, sha256 = excluded.sha256,
             updated_at = now()
      """)
  void put(long userId, String type, byte[] bytes);

  @SqlUpdate("DELETE FROM user_pictures WHERE user_id = :userId")
  void delete(long userId);
}
