package org.kitstream.api.users;

import static java.util.stream.Collectors.toMap;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;
import org.kitstream.api.failure.Failure;
import org.kitstream.api.filters.Criteria;
import org.kitstream.api.filters.Search;
import org.kitstream.api.paging.Page;
import org.kitstream.api.paging.Paged;

/** Finds users. Thread-safe. */
public final class UserList {

  private final Jdbi jdbi;

  public UserList(Jdbi jdbi) {
    this.jdbi = jdbi;
  }

  /**
   * One page of the users who are not archived, by ascending id unless sorted.
   *
   * @throws Failure.BadRequest if the caller asks by what the caller may not use
   */
  public Paged<User> page(Caller caller, Search search, Page page) {
    boolean admin = caller.hasRole(Role.ADMIN);
    Map<String, @Nullable Object> visibleTo = new HashMap<>();
    visibleTo.put("all", admin);
    visibleTo.put("callerId", caller.userId().orElse(null));
    Criteria criteria =
        UserFilters.USERS.compile(search, admin).and("users.archived_at IS NULL", visibleTo);
    return jdbi.withHandle(handle -> criteria.page(handle, page).map(ids -> inOrder(handle, ids)));
  }

  private static List<User> inOrder(Handle handle, List<Long> ids) {
    Map<Long, User> found =
        handle.attach(UserDao.class).find(ids).stream()
            .collect(toMap(User::id, Function.identity()));
    return ids.stream().map(found::get).filter(Objects::nonNull).toList();
  }
}
