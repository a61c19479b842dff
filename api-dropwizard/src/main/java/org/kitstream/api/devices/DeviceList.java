package org.kitstream.api.devices;

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
import org.kitstream.api.paging.Paged;
import org.kitstream.api.users.Caller;
import org.kitstream.api.users.Role;

/** Finds the devices that a caller asks for, among those that the caller may know of. */
final class DeviceList {

  private static final String HAS_A_TAG =
      """
      EXISTS (SELECT
                FROM device_tags
                JOIN tags ON tags.id = device_tags.tag_id
               WHERE device_tags.device_id = devices.id AND tags.name = ANY(:withTags))""";

  private final Jdbi jdbi;

  DeviceList(Jdbi jdbi) {
    this.jdbi = jdbi;
  }

  /**
   * One page.
   *
   * @throws Failure.BadRequest if the caller asks by what the caller may not use
   */
  Paged<Device> page(Caller caller, DeviceQuery query) {
    Criteria criteria = criteria(caller, query);
    return jdbi.withHandle(
        handle -> criteria.page(handle, query.page()).map(ids -> inOrder(handle, ids)));
  }

  static Criteria criteria(Caller caller, DeviceQuery query) {
    boolean admin = caller.hasRole(Role.ADMIN);
    Map<String, @Nullable Object> visibleTo = new HashMap<>();
    visibleTo.put("all", admin);
    visibleTo.put("callerId", caller.userId().orElse(null));
    Criteria criteria =
        DeviceFilters.DEVICES.compile(query.search(), admin).and(DeviceFilters.VISIBLE, visibleTo);
    if (!query.tags().isEmpty()) {
      criteria = criteria.and(HAS_A_TAG, Map.of("withTags", query.tags().toArray(String[]::new)));
    }
    if (query.near().isPresent()) {
      Near near = query.near().get();
      criteria = criteria.and(Near.CONDITION, near.bindings()).orderedFirstBy(Near.DISTANCE);
    }
    return criteria;
  }

  private static List<Device> inOrder(Handle handle, List<Long> ids) {
    Map<Long, Device> found =
        handle.attach(DeviceDao.class).find(ids).stream()
            .collect(toMap(Device::id, Function.identity()));
    return ids.stream().map(found::get).filter(Objects::nonNull).toList();
  }
}
