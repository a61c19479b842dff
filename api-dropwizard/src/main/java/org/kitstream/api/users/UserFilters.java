package org.kitstream.api.users;

import java.util.function.Supplier;
import org.kitstream.api.filters.Association;
import org.kitstream.api.filters.Attributes;
import org.kitstream.api.filters.Filterable;

/** What the list of users can be filtered and sorted by. */
public final class UserFilters implements Supplier<Filterable> {

  /** Nobody finds a user by a device that they may not know of. */
  private static final String OWNED =
      "devices.owner_id = users.id AND devices.archived_at IS NULL"
          + " AND (NOT devices.is_private OR :all OR devices.owner_id = :callerId)";

  static final Filterable USERS =
      Attributes.users("users")
          .through("devices", new Association("devices", OWNED, Attributes.devices().build()))
          .through(
              "sensors",
              new Association(
                  "devices JOIN components"
                      + " ON components.device_id = devices.id OR components.kit_id = devices.kit_id"
                      + " JOIN sensors ON sensors.id = components.sensor_id",
                  OWNED,
                  Attributes.sensors().build()))
          .build();

  @Override
  public Filterable get() {
    return USERS;
  }
}
