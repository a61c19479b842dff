package org.kitstream.api.quarantine;

import java.time.Clock;
import java.util.List;
import org.jdbi.v3.core.Jdbi;
import org.kitstream.api.devices.DeviceReader;
import org.kitstream.api.failure.Failure;
import org.kitstream.api.paging.Page;
import org.kitstream.api.paging.Paged;
import org.kitstream.api.raw.NotDeliveredException;
import org.kitstream.api.raw.RawReadings;
import org.kitstream.api.raw.StreamUnavailableException;
import org.kitstream.api.users.Caller;
import org.kitstream.api.users.Role;
import org.kitstream.contract.reading.PayloadFormat;
import org.kitstream.contract.reading.RawReading;
import org.kitstream.contract.reading.Refusal.Reason;
import org.kitstream.contract.reading.Via;

/** What the stream refused of devices, for those who may change them. Thread-safe. */
public final class Quarantine {

  /** Messages that one request sends again; they are in memory at once. */
  static final int REPLAYED_AT_ONCE = 500;

  private final Jdbi jdbi;
  private final DeviceReader devices;
  private final RawReadings raw;
  private final QuarantineSettings settings;
  private final Clock clock;

  public Quarantine(
      Jdbi jdbi, DeviceReader devices, RawReadings raw, QuarantineSettings settings, Clock clock) {
    this.jdbi = jdbi;
    this.devices = devices;
    this.raw = raw;
    this.settings = settings;
    this.clock = clock;
  }

  /**
   * Who may see and replay what is refused of the device.
   *
   * @throws Failure.NotFound if there is no such device
   * @throws Failure.Forbidden if the caller may not change it
   */
  public void check(Caller caller, long deviceId) {
    devices.changeable(caller, deviceId);
  }

  /**
   * A device's entries, newest first.
   *
   * @throws Failure.NotFound if there is no such device
   * @throws Failure.Forbidden if the caller may not change it
   */
  public Paged<Entry> list(Caller caller, long deviceId, EntryFilter filter, Page page) {
    check(caller, deviceId);
    return jdbi.withExtension(
        QuarantineDao.class,
        dao -> new Paged<>(dao.list(deviceId, filter, page), page, dao.count(deviceId, filter)));
  }

  /**
   * What waits on the whole platform, by device and reason, newest first.
   *
   * @throws Failure.Forbidden unless the caller is an admin
   */
  public Paged<EntryGroup> groups(Caller caller, Page page) {
    caller.needsRole(Role.ADMIN);
    return jdbi.withExtension(
        QuarantineDao.class, dao -> new Paged<>(dao.groups(page), page, dao.countGroups()));
  }

  /**
   * Sends one entry's payload again.
   *
   * @throws Failure.NotFound if there is no such device, or entry of it
   * @throws Failure.Forbidden if the caller may not change the device
   * @throws Failure.Unprocessable if it is not a payload as a door took it
   */
  public Replayed replay(Caller caller, long deviceId, long id) {
    check(caller, deviceId);
    Entry entry =
        jdbi.withExtension(QuarantineDao.class, dao -> dao.find(deviceId, id))
            .orElseThrow(() -> new Failure.NotFound("Quarantine entry", "id", id));
    if (!entry.canBeReplayed()) {
      throw new Failure.Unprocessable("This is not a payload that could be sent again.");
    }
    return replay(deviceId, entry.reason(), List.of(entry));
  }

  /**
   * Sends again what waits for one reason, the oldest first and a bounded number at once.
   *
   * @throws Failure.NotFound if there is no such device
   * @throws Failure.Forbidden if the caller may not change it
   */
  public Replayed replayAll(Caller caller, long deviceId, Reason reason) {
    check(caller, deviceId);
    List<Entry> entries =
        jdbi.withExtension(
            QuarantineDao.class, dao -> dao.waiting(deviceId, reason.name(), REPLAYED_AT_ONCE));
    return replay(deviceId, reason.name(), entries);
  }

  /** Forgets what is old; how many. */
  public int purge() {
    return jdbi.withExtension(
        QuarantineDao.class,
        dao -> dao.deleteBefore(clock.instant().minus(settings.keptFor().toJavaDuration())));
  }

  private Replayed replay(long deviceId, String reason, List<Entry> entries) {
    send(entries.stream().map(entry -> reading(deviceId, entry)).toList());
    List<String> messages = entries.stream().map(Entry::messageId).toList();
    return jdbi.withExtension(
        QuarantineDao.class,
        dao ->
            new Replayed(
                entries.size(),
                dao.markReplayed(deviceId, messages, clock.instant()),
                dao.count(deviceId, new EntryFilter(reason, false, false))));
  }

  /** A crash after this sends them once more when asked again, under the same names. */
  private void send(List<RawReading> readings) {
    try {
      raw.send(readings);
    } catch (NotDeliveredException e) {
      throw new StreamUnavailableException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new StreamUnavailableException(e);
    }
  }

  private static RawReading reading(long deviceId, Entry entry) {
    return new RawReading(
        deviceId,
        entry.replayId(),
        PayloadFormat.ofWireName(String.valueOf(entry.format())),
        Via.ofWireName(String.valueOf(entry.via())),
        entry.receivedAt(),
        entry.payload());
  }
}
