package org.kitstream.api.oauth;

import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.jdbi.v3.core.Jdbi;
import org.kitstream.api.auth.Hashes;
import org.kitstream.api.auth.RandomToken;
import org.kitstream.api.auth.ServerSecret;
import org.kitstream.api.failure.Failure;
import org.kitstream.api.users.Caller;

/**
 * The applications that users registered; each user knows of their own only. A secret is derived
 * from the server's, so that its owner can see it again, while its SHA-256 is stored. Thread-safe.
 */
public final class Applications {

  private static final int UID_BYTES = 32;

  private final Jdbi jdbi;
  private final ServerSecret secret;

  public Applications(Jdbi jdbi, ServerSecret secret) {
    this.jdbi = jdbi;
    this.secret = secret;
  }

  /**
   * The caller's applications, by ascending id.
   *
   * @throws Failure.Unauthorized if nobody known asks
   */
  public List<Application> list(Caller caller) {
    long ownerId = caller.required().id();
    return jdbi.withExtension(ApplicationDao.class, dao -> dao.ofOwner(ownerId));
  }

  /**
   * One of the caller's applications.
   *
   * @throws Failure.Unauthorized if nobody known asks
   * @throws Failure.NotFound if the caller has none of that id
   */
  public Application get(Caller caller, long id) {
    long ownerId = caller.required().id();
    return jdbi.withExtension(ApplicationDao.class, dao -> dao.find(id, ownerId))
        .orElseThrow(() -> new Failure.NotFound("Application", "id", id));
  }

  /**
   * Registers an application of the caller.
   *
   * @throws Failure.Unauthorized if nobody known asks
   * @throws Failure.Invalid naming what is wrong
   */
  public Application create(Caller caller, ApplicationDraft draft) {
    long ownerId = caller.required().id();
    draft.violations().throwIfAny();
    String uid = RandomToken.hex(UID_BYTES);
    byte[] hash = Hashes.sha256(derived(uid));
    long id =
        jdbi.withExtension(ApplicationDao.class, dao -> dao.insert(ownerId, draft, uid, hash));
    return get(caller, id);
  }

  /**
   * Changes one of the caller's applications.
   *
   * @throws Failure.Unauthorized if nobody known asks
   * @throws Failure.NotFound if the caller has none of that id
   * @throws Failure.Invalid naming what is wrong
   */
  public Application update(Caller caller, long id, UnaryOperator<ApplicationDraft> change) {
    ApplicationDraft draft = change.apply(ApplicationDraft.of(get(caller, id)));
    draft.violations().throwIfAny();
    jdbi.useExtension(ApplicationDao.class, dao -> dao.update(id, draft));
    return get(caller, id);
  }

  /**
   * Removes one of the caller's applications with all that it was allowed.
   *
   * @throws Failure.Unauthorized if nobody known asks
   * @throws Failure.NotFound if the caller has none of that id
   */
  public void delete(Caller caller, long id) {
    Application application = get(caller, id);
    jdbi.useExtension(ApplicationDao.class, dao -> dao.delete(application.id()));
  }

  /** The secret, for its owner; empty if it cannot be derived since the server's has changed. */
  public Optional<String> secretOf(Application application) {
    return Optional.of(derived(application.uid())).filter(own -> isSecretOf(application, own));
  }

  Optional<Application> find(String uid) {
    return jdbi.withExtension(ApplicationDao.class, dao -> dao.findByUid(uid));
  }

  boolean isSecretOf(Application application, String given) {
    return jdbi.withExtension(ApplicationDao.class, dao -> dao.secretHash(application.id()))
        .map(HexFormat.of()::parseHex)
        .filter(hash -> MessageDigest.isEqual(hash, Hashes.sha256(given)))
        .isPresent();
  }

  private String derived(String uid) {
    return secret.derive("application:" + uid);
  }
}
