package org.kitstream.api.filters;

/**
 * The attributes of the tables that more than one list reaches. A list takes those of its own table
 * and adds the ways to others.
 */
public final class Attributes {

  private Attributes() {}

  /** Of a person: what everybody may see. */
  public static Filterable.Builder users(String name) {
    return Filterable.of(name)
        .integers("id")
        .uuids("uuid")
        .texts("username", "first_name", "last_name", "city", "country_code")
        .times("created_at", "updated_at")
        .forAdmins()
        .integers("role_mask");
  }

  /** Of a device; admins may use every column. */
  public static Filterable.Builder devices() {
    return Filterable.of("devices")
        .integers("id", "owner_id", "kit_id")
        .uuids("uuid")
        .texts("name", "description", "state", "geohash", "exposure")
        .times("created_at", "updated_at", "last_reading_at")
        .alias("last_recorded_at", "last_reading_at")
        .forAdmins()
        .integers("revision")
        .decimals("latitude", "longitude", "elevation")
        .texts("mac_address", "old_mac_address", "device_token")
        .texts("address", "city", "postal_code", "state_name", "state_code", "country_code")
        .texts("hardware_name_override", "hardware_type_override")
        .texts("hardware_version_override", "hardware_slug_override")
        .flags("is_private", "is_test", "precise_location", "enable_forwarding")
        .flags("notify_low_battery", "notify_stopped_publishing")
        .json("hardware_info", "meta");
  }

  public static Filterable.Builder sensors() {
    return Filterable.of("sensors")
        .integers("id", "measurement_id")
        .uuids("uuid")
        .texts("ancestry", "name", "description", "unit")
        .times("created_at", "updated_at");
  }

  /** Of a sensor on a board. */
  public static Filterable.Builder components() {
    return Filterable.of("components")
        .integers("id", "sensor_id", "bus")
        .uuids("uuid")
        .texts("key")
        .times("created_at", "updated_at");
  }

  public static Filterable.Builder tags() {
    return Filterable.of("tags")
        .integers("id")
        .uuids("uuid")
        .texts("name", "description")
        .times("created_at", "updated_at");
  }
}
