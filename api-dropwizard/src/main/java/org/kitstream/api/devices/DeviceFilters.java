package org.kitstream.api.devices;

import java.util.function.Supplier;
import org.kitstream.api.filters.Association;
import org.kitstream.api.filters.Attributes;
import org.kitstream.api.filters.Filterable;

/** What the list of devices can be filtered and sorted by. */
public final class DeviceFilters implements Supplier<Filterable> {

  private static final String ON_BOARD =
      "(components.device_id = devices.id OR components.kit_id = devices.kit_id)";

  /** Every list and search of devices has to ask for this, with the caller bound. */
  static final String VISIBLE =
      "devices.archived_at IS NULL"
          + " AND (NOT devices.is_private OR :all OR devices.owner_id = :callerId)";

  static final Filterable DEVICES =
      Attributes.devices()
          .through(
              "owner",
              new Association(
                  "users AS owner",
                  "owner.id = devices.owner_id",
                  Attributes.users("owner").build()))
          .through(
              "tags",
              new Association(
                  "device_tags JOIN tags ON tags.id = device_tags.tag_id",
                  "device_tags.device_id = devices.id",
                  Attributes.tags().build()))
          .through(
              "sensors",
              new Association(
                  "components JOIN sensors ON sensors.id = components.sensor_id",
                  ON_BOARD,
                  Attributes.sensors().build()))
          .through(
              "components",
              new Association("components", ON_BOARD, Attributes.components().build()))
          .through(
              "postprocessing",
              new Association(
                  "postprocessings",
                  "postprocessings.device_id = devices.id",
                  Filterable.of("postprocessings")
                      .integers("id", "device_id")
                      .texts("blueprint_url", "hardware_url")
                      .times("latest_postprocessing", "created_at", "updated_at")
                      .build()))
          .through(
              "forwarding_destination",
              new Association(
                  "forwarding_destinations",
                  "forwarding_destinations.id = devices.forwarding_destination_id",
                  Filterable.of("forwarding_destinations").integers("id").texts("name").build()))
          .build();

  @Override
  public Filterable get() {
    return DEVICES;
  }
}
