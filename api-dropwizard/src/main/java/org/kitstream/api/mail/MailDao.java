package org.kitstream.api.mail;

import java.util.Optional;
import org.jdbi.v3.sqlobject.customizer.BindMethods;
import org.jdbi.v3.sqlobject.statement.SqlQuery;
import org.jdbi.v3.sqlobject.statement.SqlUpdate;

interface MailDao {

  @SqlUpdate("INSERT INTO mails (recipient, subject, body) VALUES (:recipient, :subject, :body)")
  void insert(@BindMethods Mail mail);

  /** Takes the mail that is due longest; nobody else tries it before the lease has ended. */
  @SqlQuery(
      """
      UPDATE mails
         SET attempts = attempts + 1, next_try_at = now() + make_interval(secs => :leaseSeconds)
       WHERE id = (SELECT id
                     FROM mails
                    WHERE given_up_at IS NULL AND next_try_at <= now()
                    ORDER BY next_try_at
                    LIMIT 1
                      FOR UPDATE SKIP LOCKED)
      RETURNING id, recipient, subject, body, attempts
      """)
  Optional<QueuedMail> takeDue(double leaseSeconds);

  @SqlUpdate("DELETE FROM mails WHERE id = :id")
  void delete(long id);

  @SqlUpdate(
      "UPDATE mails SET next_try_at = now() + make_interval(secs => :seconds) WHERE id = :id")
  void postpone(long id, double seconds);

  /** What nobody will read any more need not be kept; that it was lost must. */
  @SqlUpdate("UPDATE mails SET given_up_at = now(), body = '' WHERE id = :id")
  void giveUp(long id);
}
