package org.kitstream.api.devices;

import java.util.List;
import java.util.Objects;
import java.util.function.UnaryOperator;
import java.util.random.RandomGenerator;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.StatementException;
import org.jspecify.annotations.Nullable;
import org.kitstream.api.database.UniqueViolation;
import org.kitstream.api.failure.Failure;
import org.kitstream.api.failure.Violations;
import org.kitstream.api.users.Caller;
import org.kitstream.api.users.User;

/** Registers, changes and archives devices, and tells the stream of it. Thread-safe. */
public final class Devices {

  private static final long NOT_STORED = 0;

  private final Jdbi jdbi;
  private final ProfilePublication profiles;
  private final RandomGenerator random;

  /**
   * @param random blurs places that must not be precise; shared by threads
   */
  public Devices(Jdbi jdbi, ProfilePublication profiles, RandomGenerator random) {
    this.jdbi = jdbi;
    this.profiles = profiles;
    this.random = random;
  }

  /**
   * Registers a device for the caller; its id.
   *
   * @param wanted made from {@link DeviceDraft#EMPTY}; without a token its kit cannot publish yet
   * @throws Failure.Unauthorized if nobody known asks
   * @throws Failure.Invalid naming what is wrong
   */
  public long create(Caller caller, DeviceDraft wanted) {
    User owner = caller.required();
    return write(
        handle -> {
          DeviceDao dao = handle.attach(DeviceDao.class);
          DeviceDraft permitted = DeviceRules.permitted(caller, DeviceDraft.EMPTY, wanted);
          DeviceDraft draft = ready(handle, NOT_STORED, DeviceDraft.EMPTY, permitted);
          takeMacAddress(dao, NOT_STORED, draft);
          long id = dao.insert(owner.id(), draft, geohash(draft.placement()));
          setBelongings(handle, id, draft);
          profiles.publish(handle, List.of(id));
          tell(handle, id, DeviceDraft.EMPTY, draft);
          return id;
        });
  }

  /**
   * Changes a device.
   *
   * @param change makes the new state from the present one
   * @throws Failure.NotFound if there is none
   * @throws Failure.Forbidden if the caller may not change it
   * @throws Failure.Invalid naming what is wrong
   */
  public void update(Caller caller, long id, UnaryOperator<DeviceDraft> change) {
    write(
        handle -> {
          DeviceDao dao = handle.attach(DeviceDao.class);
          DeviceDraft before = lockForChange(dao, caller, id).draft();
          DeviceDraft permitted = DeviceRules.permitted(caller, before, change.apply(before));
          DeviceDraft draft = ready(handle, id, before, permitted);
          if (!draft.equals(before)) {
            takeMacAddress(dao, id, draft);
            dao.update(id, draft, geohash(draft.placement()));
            setBelongings(handle, id, draft);
            profiles.publish(handle, List.of(id));
            tell(handle, id, before, draft);
          }
          return id;
        });
  }

  /**
   * Archives a device: it takes no readings and is not seen any more.
   *
   * @throws Failure.NotFound if there is none
   * @throws Failure.Forbidden if the caller may not change it
   */
  public void archive(Caller caller, long id) {
    write(
        handle -> {
          DeviceDao dao = handle.attach(DeviceDao.class);
          lockForChange(dao, caller, id);
          dao.archive(id);
          profiles.publish(handle, List.of(id));
          return id;
        });
  }

  private void tell(Handle handle, long id, DeviceDraft before, DeviceDraft draft) {
    if (!Objects.equals(before.config(), draft.config())) {
      profiles.tellKit(handle, id, draft.config());
    }
  }

  private long write(DeviceWrite work) {
    try {
      return jdbi.inTransaction(work::in);
    } catch (StatementException e) {
      throw UniqueViolation.constraintOf(e).<RuntimeException>map(Devices::taken).orElse(e);
    }
  }

  private static Failure taken(String constraint) {
    return Failure.Invalid.of(
        constraint.contains("mac") ? "mac_address" : "device_token", Violations.TAKEN);
  }

  private static Device lockForChange(DeviceDao dao, Caller caller, long id) {
    Device device =
        dao.lock(id).map(List::of).map(dao::find).stream()
            .flatMap(List::stream)
            .findFirst()
            .orElseThrow(() -> new Failure.NotFound("Device", "id", id));
    if (!DeviceRules.mayChange(caller, device)) {
      throw new Failure.Forbidden();
    }
    return device;
  }

  /** The draft as it is to be stored, once everything about it is right. */
  private DeviceDraft ready(Handle handle, long id, DeviceDraft before, DeviceDraft wanted) {
    DraftCheck.violations(handle, id, wanted).throwIfAny();
    DeviceDraft placed = wanted.with(placed(before.placement(), wanted));
    String mac = placed.macAddress();
    return mac == null ? placed : placed.withMacAddress(MacAddress.normalized(mac));
  }

  /** A place that did not change is not moved again. */
  private Placement placed(Placement before, DeviceDraft wanted) {
    Placement place = wanted.placement();
    boolean moved =
        !Objects.equals(before.latitude(), place.latitude())
            || !Objects.equals(before.longitude(), place.longitude());
    if (!moved) {
      return place;
    }
    boolean precise = wanted.policy().preciseLocation();
    return new Placement(
        Coordinates.stored(place.latitude(), precise, random),
        Coordinates.stored(place.longitude(), precise, random),
        place.elevation(),
        place.exposure());
  }

  private static @Nullable String geohash(Placement place) {
    Double latitude = place.latitude();
    Double longitude = place.longitude();
    return latitude == null || longitude == null ? null : Geohash.of(latitude, longitude);
  }

  private static void takeMacAddress(DeviceDao dao, long id, DeviceDraft draft) {
    String mac = draft.macAddress();
    if (mac != null) {
      dao.takeMacAddress(mac, id);
    }
  }

  private static void setBelongings(Handle handle, long id, DeviceDraft draft) {
    PostprocessingDraft postprocessing = draft.postprocessing();
    if (postprocessing != null) {
      handle.attach(PostprocessingDao.class).put(id, postprocessing);
    }
    setTags(handle.attach(DeviceDao.class), id, draft);
  }

  private static void setTags(DeviceDao dao, long id, DeviceDraft draft) {
    List<TagName> tags = dao.findTags(draft.tags());
    List<String> known = tags.stream().map(TagName::name).toList();
    for (String name : draft.tags()) {
      if (!known.contains(name)) {
        throw new Failure.NotFound("Tag", "name", name);
      }
    }
    dao.removeTags(id);
    dao.addTags(id, tags.stream().map(TagName::id).toList());
  }

  /** One change of a device, within a transaction; gives the device's id. */
  @FunctionalInterface
  private interface DeviceWrite {
    long in(Handle handle);
  }
}
