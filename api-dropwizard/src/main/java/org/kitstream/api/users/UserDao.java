package org.kitstream.api.users;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.sqlobject.customizer.BindMethods;
import org.jdbi.v3.sqlobject.statement.GetGeneratedKeys;
import org.jdbi.v3.sqlobject.statement.SqlQuery;
import org.jdbi.v3.sqlobject.statement.SqlUpdate;
import org.jspecify.annotations.Nullable;

interface UserDao {

  @SqlQuery(
      """
      SELECT id, uuid, username, email, first_name, last_name, city, country_code, url, avatar,
             (SELECT encode(substring(sha256 FROM 1 FOR 4), 'hex')
                FROM user_pictures
               WHERE user_id = users.id) AS picture_version,
             role_mask, forwarding_token, forwarding_username, created_at, updated_at
        FROM users
       WHERE id = ANY(:ids) AND archived_at IS NULL
       ORDER BY id
      """)
  List<User> find(Collection<Long> ids);

  @SqlQuery("SELECT id FROM users WHERE username = :username AND archived_at IS NULL")
  Optional<Long> idOfUsername(String username);

  @SqlQuery("SELECT id FROM users WHERE id = :id AND archived_at IS NULL FOR UPDATE")
  Optional<Long> lock(long id);

  @SqlQuery(
      """
      SELECT id AS user_id, password_hash, old_data ->> 'password' AS legacy_digest
        FROM users
       WHERE username = :username AND archived_at IS NULL
      """)
  Optional<Credential> credentialOfUsername(String username);

  /** A user name comes before an e-mail address, exact letters before other case. */
  @SqlQuery(
      """
      SELECT id AS user_id, password_hash, old_data ->> 'password' AS legacy_digest
        FROM users
       WHERE (lower(username) = lower(:login) OR lower(email) = lower(:login))
         AND archived_at IS NULL
       ORDER BY username = :login DESC, lower(username) = lower(:login) DESC, id
       LIMIT 1
      """)
  Optional<Credential> credentialOfLogin(String login);

  @SqlQuery("SELECT EXISTS (SELECT FROM users WHERE username = :username AND id <> :exceptId)")
  boolean isUsernameTaken(String username, long exceptId);

  @SqlQuery(
      "SELECT EXISTS (SELECT FROM users WHERE lower(email) = lower(:email) AND id <> :exceptId)")
  boolean isEmailTaken(String email, long exceptId);

  @SqlUpdate(
      """
      INSERT INTO users (username, email, password_hash, first_name, last_name, city, country_code,
                         url, avatar, role_mask)
      VALUES (:username, :email, :hash, :firstName, :lastName, :city, :upperCaseCountryCode,
              :url, :avatar, :roleMask)
      """)
  @GetGeneratedKeys("id")
  long insert(@BindMethods UserDraft draft, @Nullable String hash);

  @SqlUpdate(
      """
      UPDATE users
         SET username = :username, email = :email, first_name = :firstName,
             last_name = :lastName, city = :city, country_code = :upperCaseCountryCode,
             url = :url, avatar = :avatar, role_mask = :roleMask, updated_at = now()
       WHERE id = :id
      """)
  void update(long id, @BindMethods UserDraft draft);

  /** Who has such names keeps them; how many users got some. */
  @SqlUpdate(
      """
      UPDATE users
         SET forwarding_token = coalesce(forwarding_token, :token),
             forwarding_username = coalesce(forwarding_username, :username)
       WHERE id = :id AND (forwarding_token IS NULL OR forwarding_username IS NULL)
      """)
  int addForwarding(long id, String token, String username);

  /** A new password ends what older platforms stored and every reset that is under way. */
  @SqlUpdate(
      """
      UPDATE users
         SET password_hash = :hash, old_data = old_data - 'password',
             password_reset_hash = NULL, password_reset_requested_at = NULL
       WHERE id = :id
      """)
  void setPassword(long id, String hash);

  @SqlUpdate(
      """
      UPDATE users
         SET password_reset_hash = :tokenHash, password_reset_requested_at = now()
       WHERE id = :id
      """)
  void setResetToken(long id, byte[] tokenHash);

  @SqlQuery(
      """
      SELECT id
        FROM users
       WHERE password_reset_hash = :tokenHash
         AND password_reset_requested_at > now() - make_interval(secs => :validSeconds)
         AND archived_at IS NULL
         FOR UPDATE
      """)
  Optional<Long> lockByResetToken(byte[] tokenHash, long validSeconds);

  @SqlQuery(
      """
      SELECT id
        FROM users
       WHERE lower(email) = lower(:email) AND archived_at IS NULL
      """)
  Optional<Long> idOfEmail(String email);

  /** Of several names that differ in case only, the exact one. */
  @SqlQuery(
      """
      SELECT id
        FROM users
       WHERE lower(username) = lower(:username) AND archived_at IS NULL
       ORDER BY username = :username DESC, id
       LIMIT 1
      """)
  Optional<Long> idOfUsernameInAnyCase(String username);

  @SqlUpdate("UPDATE users SET archived_at = now(), updated_at = now() WHERE id = :id")
  void archive(long id);
}
