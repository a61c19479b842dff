package org.kitstream.api.tags;

import java.util.Optional;
import java.util.function.UnaryOperator;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.StatementException;
import org.kitstream.api.database.UniqueViolation;
import org.kitstream.api.failure.Failure;
import org.kitstream.api.failure.Violations;
import org.kitstream.api.paging.Page;
import org.kitstream.api.paging.Paged;
import org.kitstream.api.users.Caller;
import org.kitstream.api.users.Role;

/** The tags there are: everybody sees them, admins make them. Thread-safe. */
public final class Tags {

  private final Jdbi jdbi;

  public Tags(Jdbi jdbi) {
    this.jdbi = jdbi;
  }

  /** Tags by ascending id. */
  public Paged<Tag> list(Page page) {
    return jdbi.withExtension(TagDao.class, dao -> new Paged<>(dao.list(page), page, dao.count()));
  }

  /**
   * The tag of that id or, in any case, name.
   *
   * @throws Failure.NotFound if there is none
   */
  public Tag get(String idOrName) {
    return jdbi.withExtension(TagDao.class, dao -> find(dao, idOrName))
        .orElseThrow(() -> new Failure.NotFound("Tag", "id", idOrName));
  }

  /**
   * Makes a tag.
   *
   * @throws Failure.Forbidden if no admin asks
   * @throws Failure.Invalid naming what is wrong
   */
  public Tag create(Caller caller, TagDraft wanted) {
    caller.needsRole(Role.ADMIN);
    check(wanted);
    return write(dao -> dao.find(dao.insert(wanted)).orElseThrow());
  }

  /**
   * Changes a tag, and so what its devices show.
   *
   * @param change makes the new state from the present one
   * @throws Failure.Forbidden if no admin asks
   * @throws Failure.NotFound if there is none
   * @throws Failure.Invalid naming what is wrong
   */
  public Tag update(Caller caller, String idOrName, UnaryOperator<TagDraft> change) {
    caller.needsRole(Role.ADMIN);
    Tag before = get(idOrName);
    TagDraft wanted = change.apply(before.draft());
    check(wanted);
    return write(
        dao -> {
          dao.update(before.id(), wanted);
          return dao.find(before.id()).orElseThrow();
        });
  }

  /**
   * Takes a tag off every device and forgets it.
   *
   * @throws Failure.Forbidden if no admin asks
   * @throws Failure.NotFound if there is none
   */
  public void delete(Caller caller, String idOrName) {
    caller.needsRole(Role.ADMIN);
    Tag tag = get(idOrName);
    jdbi.useExtension(TagDao.class, dao -> dao.delete(tag.id()));
  }

  private static Optional<Tag> find(TagDao dao, String idOrName) {
    try {
      return dao.find(Integer.parseInt(idOrName));
    } catch (NumberFormatException e) {
      return dao.findByName(idOrName);
    }
  }

  private static void check(TagDraft draft) {
    new Violations()
        .addIfBlank(draft.name(), "name")
        .addIfLongLine(draft.name(), "name")
        .addIfLongText(draft.description(), "description")
        .throwIfAny();
  }

  private Tag write(TagWrite work) {
    try {
      return jdbi.inTransaction(handle -> work.with(handle.attach(TagDao.class)));
    } catch (StatementException e) {
      throw UniqueViolation.constraintOf(e)
          .<RuntimeException>map(name -> Failure.Invalid.of("name", Violations.TAKEN))
          .orElse(e);
    }
  }

  /** One change, within a transaction; gives the tag as it is then. */
  @FunctionalInterface
  private interface TagWrite {
    Tag with(TagDao dao);
  }
}
