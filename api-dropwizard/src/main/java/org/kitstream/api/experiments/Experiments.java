package org.kitstream.api.experiments;

import static java.util.stream.Collectors.joining;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import org.jdbi.v3.core.Jdbi;
import org.kitstream.api.failure.Failure;
import org.kitstream.api.failure.Violations;
import org.kitstream.api.filters.Criteria;
import org.kitstream.api.filters.Search;
import org.kitstream.api.paging.Page;
import org.kitstream.api.paging.Paged;
import org.kitstream.api.users.Caller;
import org.kitstream.api.users.Role;

/**
 * Experiments: everybody sees them, users make them, owners and admins change them. Thread-safe.
 */
public final class Experiments {

  private final Jdbi jdbi;

  public Experiments(Jdbi jdbi) {
    this.jdbi = jdbi;
  }

  /**
   * Experiments by ascending id unless sorted.
   *
   * @throws Failure.BadRequest if the search names what experiments do not have
   */
  public Paged<Experiment> list(Caller caller, Search search, Page page) {
    Criteria criteria = ExperimentFilters.EXPERIMENTS.compile(search, caller.hasRole(Role.ADMIN));
    return jdbi.withHandle(
        handle ->
            criteria
                .page(handle, page)
                .map(ids -> inOrder(handle.attach(ExperimentDao.class), caller, ids)));
  }

  private static List<Experiment> inOrder(ExperimentDao dao, Caller caller, List<Long> ids) {
    return find(dao, caller, ids).stream()
        .sorted(Comparator.comparingInt(experiment -> ids.indexOf(experiment.id())))
        .toList();
  }

  /**
   * One experiment.
   *
   * @throws Failure.NotFound if there is none
   */
  public Experiment get(Caller caller, long id) {
    return jdbi.withExtension(ExperimentDao.class, dao -> get(dao, caller, id));
  }

  /**
   * Makes an experiment of the caller's; its id.
   *
   * @throws Failure.Unauthorized if nobody known asks
   * @throws Failure.NotFound if a device does not exist
   * @throws Failure.Invalid naming what is wrong
   */
  public long create(Caller caller, ExperimentDraft wanted) {
    long ownerId = caller.required().id();
    return jdbi.inTransaction(
        handle -> {
          ExperimentDao dao = handle.attach(ExperimentDao.class);
          check(dao, wanted, ownerId);
          long id = dao.insert(ownerId, wanted);
          setDevices(dao, id, wanted);
          return id;
        });
  }

  /**
   * Changes an experiment.
   *
   * @param change makes the new state from the present one
   * @throws Failure.Unauthorized if nobody known asks
   * @throws Failure.Forbidden if the caller is neither its owner nor an admin
   * @throws Failure.NotFound if there is none, or a device does not exist
   * @throws Failure.Invalid naming what is wrong
   */
  public void update(Caller caller, long id, UnaryOperator<ExperimentDraft> change) {
    jdbi.useTransaction(
        handle -> {
          ExperimentDao dao = handle.attach(ExperimentDao.class);
          long ownerId = lockForChange(dao, caller, id);
          ExperimentDraft wanted = change.apply(get(dao, caller, id).draft());
          check(dao, wanted, ownerId);
          dao.update(id, wanted);
          setDevices(dao, id, wanted);
        });
  }

  /**
   * Forgets an experiment; its devices stay.
   *
   * @throws Failure.Unauthorized if nobody known asks
   * @throws Failure.Forbidden if the caller is neither its owner nor an admin
   * @throws Failure.NotFound if there is none
   */
  public void delete(Caller caller, long id) {
    jdbi.useTransaction(
        handle -> {
          ExperimentDao dao = handle.attach(ExperimentDao.class);
          lockForChange(dao, caller, id);
          dao.delete(id);
        });
  }

  private static Experiment get(ExperimentDao dao, Caller caller, long id) {
    return find(dao, caller, List.of(id)).stream().findFirst().orElseThrow(() -> unknown(id));
  }

  private static List<Experiment> find(ExperimentDao dao, Caller caller, List<Long> ids) {
    return dao.find(ids, caller.hasRole(Role.ADMIN), caller.userId().orElse(null));
  }

  /** The owner of the experiment, which nobody else changes until the transaction ends. */
  private static long lockForChange(ExperimentDao dao, Caller caller, long id) {
    caller.required();
    long ownerId = dao.lock(id).orElseThrow(() -> unknown(id));
    if (!caller.is(ownerId)) {
      caller.needsRole(Role.ADMIN);
    }
    return ownerId;
  }

  private static Failure unknown(long id) {
    return new Failure.NotFound("Experiment", "id", id);
  }

  private static void check(ExperimentDao dao, ExperimentDraft wanted, long ownerId) {
    Violations violations = wanted.violations();
    List<Long> deviceIds = wanted.deviceIds();
    if (deviceIds != null) {
      Collection<Long> missing = new TreeSet<>(deviceIds);
      missing.removeAll(dao.existing(deviceIds));
      for (long id : missing) {
        throw new Failure.NotFound("Device", "id", id);
      }
      List<Long> closed = dao.privateOfOthers(deviceIds, ownerId);
      String ids = closed.stream().map(String::valueOf).collect(joining(", "));
      violations.addIf(!closed.isEmpty(), "devices", "include private ones of others: " + ids);
    }
    violations.throwIfAny();
  }

  private static void setDevices(ExperimentDao dao, long id, ExperimentDraft wanted) {
    List<Long> deviceIds = wanted.deviceIds();
    if (deviceIds != null) {
      dao.removeDevices(id);
      dao.addDevices(id, new TreeSet<>(deviceIds));
    }
  }
}
