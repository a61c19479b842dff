package org.kitstream.api.onboarding;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.jdbi.v3.core.Jdbi;
import org.kitstream.api.devices.DeviceToken;
import org.kitstream.api.devices.Devices;
import org.kitstream.api.failure.Failure;
import org.kitstream.api.failure.Violations;
import org.kitstream.api.users.Caller;

/**
 * Sets up kits before they belong to anybody. Who started knows the session, and with it may say
 * more of the kit, watch it, and finally register it as their device. Thread-safe.
 */
public final class Onboarding {

  /** A kit that nobody went on setting up is forgotten after so long. */
  private static final Duration KEPT_FOR = Duration.ofDays(7);

  private static final int MOST_TRIES = 10;

  private final Jdbi jdbi;
  private final Devices devices;

  public Onboarding(Jdbi jdbi, Devices devices) {
    this.jdbi = jdbi;
    this.devices = devices;
  }

  /**
   * Starts to set up a kit.
   *
   * @throws Failure.Invalid naming what is wrong
   */
  public OrphanDevice start(OrphanDraft wanted) {
    return jdbi.inTransaction(
        handle -> {
          OrphanDao dao = handle.attach(OrphanDao.class);
          check(dao, wanted);
          return dao.find(dao.insert(freeToken(dao), wanted)).orElseThrow();
        });
  }

  /** The kit of a session, as the caller wrote it. */
  public Optional<OrphanDevice> find(String session) {
    try {
      UUID uuid = UUID.fromString(session.trim());
      return jdbi.withExtension(OrphanDao.class, dao -> dao.find(uuid));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  /**
   * Says more of a kit.
   *
   * @param change makes the new state from the present one
   * @throws Failure.Invalid naming what is wrong
   */
  public OrphanDevice update(OrphanDevice orphan, UnaryOperator<OrphanDraft> change) {
    OrphanDraft wanted = change.apply(orphan.draft());
    return jdbi.inTransaction(
        handle -> {
          OrphanDao dao = handle.attach(OrphanDao.class);
          check(dao, wanted);
          dao.update(orphan.onboardingSession(), wanted);
          return dao.find(orphan.onboardingSession()).orElse(orphan);
        });
  }

  /**
   * Makes the kit a device of the caller's; its id. The session goes on, so that who watches it
   * sees the kit's handshake.
   *
   * @throws Failure.Unauthorized if nobody known asks
   * @throws Failure.NotFound if a tag does not exist
   * @throws Failure.Invalid naming what is wrong, for example that it is registered already
   */
  public long register(Caller caller, OrphanDevice orphan) {
    return devices.create(caller, orphan.toDevice());
  }

  /** The name of the user with this e-mail address, in any case. */
  public Optional<String> usernameOf(String email) {
    return jdbi.withExtension(OrphanDao.class, dao -> dao.usernameOfEmail(email.trim()));
  }

  /** Forgets kits that nobody went on setting up; how many. */
  public int purge(Instant now) {
    return jdbi.withExtension(
        OrphanDao.class, dao -> dao.deleteUntouchedSince(now.minus(KEPT_FOR)));
  }

  private static void check(OrphanDao dao, OrphanDraft wanted) {
    Integer kitId = wanted.kitId();
    wanted
        .violations()
        .addIf(kitId != null && !dao.kitExists(kitId), "kit_id", Violations.MISSING_TARGET)
        .throwIfAny();
  }

  private static String freeToken(OrphanDao dao) {
    for (int i = 0; i < MOST_TRIES; i++) {
      String token = DeviceToken.random();
      if (!dao.isTokenTaken(token)) {
        return token;
      }
    }
    throw new IllegalStateException("no free device token in " + MOST_TRIES + " tries");
  }
}
