package org.kitstream.api.users;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.sqlobject.config.RegisterConstructorMapper;
import org.jdbi.v3.sqlobject.customizer.BindMethods;
import org.jdbi.v3.sqlobject.statement.GetGeneratedKeys;
import org.jdbi.v3.sqlobject.statement.SqlQuery;
import org.jdbi.v3.sqlobject.statement.SqlUpdate;

@RegisterConstructorMapper(User.class)
interface UserDao {

  @SqlQuery(
      """
      SELECT id, uuid, username, email, first_name, last_name, city, country_code, url, avatar,
             role_mask, created_at, updated_at
        FROM users
       WHERE id = ANY(:ids) AND archived_at IS NULL
       ORDER BY id
      """)
  List<User> find(Collection<Long> ids);

  @SqlQuery("SELECT id FROM users WHERE username = :username AND archived_at IS NULL")
  Optional<Long> idOfUsername(String username);

  /** A user name comes before an e-mail address, exact letters before other case. */
  @SqlQuery(
      """
      SELECT id
        FROM users
       WHERE (lower(username) = lower(:login) OR lower(email) = lower(:login))
         AND archived_at IS NULL
       ORDER BY username = :login DESC, lower(username) = lower(:login) DESC, id
       LIMIT 1
      """)
  Optional<Long> idOfLogin(String login);

  @SqlQuery("SELECT password_hash FROM users WHERE id = :id")
  String passwordHash(long id);

  @SqlQuery("SELECT EXISTS (SELECT FROM users WHERE username = :username)")
  boolean isUsernameTaken(String username);

  @SqlQuery("SELECT EXISTS (SELECT FROM users WHERE lower(email) = lower(:email))")
  boolean isEmailTaken(String email);

  @SqlUpdate(
      """
      INSERT INTO users (username, email, password_hash, first_name, last_name, city, country_code,
                         url, avatar, role_mask)
      VALUES (:username, :email, :hash, :firstName, :lastName, :city, :upperCaseCountryCode,
              :url, :avatar, :mask)
      """)
  @GetGeneratedKeys("id")
  long insert(@BindMethods NewUser user, String hash, int mask);
}
