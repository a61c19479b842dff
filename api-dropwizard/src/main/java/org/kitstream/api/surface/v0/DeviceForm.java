package org.kitstream.api.surface.v0;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.kitstream.api.devices.DeviceDraft;
import org.kitstream.api.devices.HardwareNames;
import org.kitstream.api.devices.KitConfig;
import org.kitstream.api.devices.Placement;
import org.kitstream.api.devices.Policy;
import org.kitstream.api.devices.PostprocessingDraft;
import org.kitstream.api.devices.TagNames;
import org.kitstream.api.surface.http.Kind;
import org.kitstream.api.surface.http.Parameters;
import org.kitstream.api.surface.http.Takes;

/** What a request says of a device: each parameter that it gives, over what there is. */
@Takes(value = "name", required = true, about = "To 255 characters.")
@Takes(value = "description", about = "To 5000 characters.")
@Takes(value = "mac_address", about = "Six hex pairs; another device that has it loses it.")
@Takes(
    value = "device_token",
    about = "By which the kit publishes: 1 to 64 of A-Za-z0-9._~-; unique.")
@Takes(value = "kit_id", as = Kind.INTEGER, about = "The blueprint.")
@Takes(value = "latitude", as = Kind.NUMBER, about = "Degrees north, -90 to 90.")
@Takes(value = "longitude", as = Kind.NUMBER, about = "Degrees east, -180 to 180.")
@Takes(value = "elevation", as = Kind.NUMBER, about = "Metres above the sea.")
@Takes(
    value = "exposure",
    oneOf = {"indoor", "outdoor"},
    about = "Where it stands.")
@Takes(value = "hardware_name_override", about = "To 255 characters.")
@Takes(value = "hardware_type_override", about = "To 255 characters.")
@Takes(value = "hardware_version_override", about = "To 255 characters.")
@Takes(value = "hardware_slug_override", about = "To 255 characters.")
@Takes(
    value = "readings_format",
    oneOf = {"sensor-community", "city-probe"},
    about = "The platform whose payloads it sends; without one: this one's.")
@Takes(value = "is_private", as = Kind.FLAG, about = "Whether only its owner may see it.")
@Takes(value = "is_test", as = Kind.FLAG, about = "For admins only.")
@Takes(value = "precise_location", as = Kind.FLAG, about = "Whether the place is kept as it is.")
@Takes(value = "enable_forwarding", as = Kind.FLAG, about = "For researchers and admins only.")
@Takes(value = "notify_low_battery", as = Kind.FLAG, about = "Whether to tell the owner.")
@Takes(value = "notify_stopped_publishing", as = Kind.FLAG, about = "Whether to tell the owner.")
@Takes(
    value = "forwarding_destination_id",
    as = Kind.INTEGER,
    about = "For researchers and admins only.")
@Takes(value = "meta", as = Kind.OBJECT, about = "Anything, to 16384 characters of JSON.")
@Takes(
    value = "config",
    as = Kind.OBJECT,
    about = "For the kit: reading_interval (5 to 86400 s), publish_interval (5 to 3600 s), others.")
@Takes(value = "user_tags", about = "Names of tags, comma separated: these replace those it has.")
@Takes(
    value = "postprocessing_attributes",
    as = Kind.OBJECT,
    members = PostprocessingForm.class,
    about = "For researchers and admins only.")
final class DeviceForm {

  private static final String CONFIG = "config";

  private DeviceForm() {}

  static DeviceDraft over(DeviceDraft now, Parameters given) {
    return new DeviceDraft(
        given.text("name", now.name()),
        given.text("description", now.description()),
        given.presentText("mac_address", now.macAddress()),
        given.presentText("device_token", now.token()),
        given.integer("kit_id", now.kitId()),
        placement(now.placement(), given),
        hardware(now.hardware(), given),
        policy(now.policy(), given),
        given.objectText("meta", now.meta()),
        tags(now.tags(), given),
        postprocessing(now.postprocessing(), given.object("postprocessing_attributes")),
        config(now.config(), given));
  }

  private static Placement placement(Placement now, Parameters given) {
    return new Placement(
        given.number("latitude", now.latitude()),
        given.number("longitude", now.longitude()),
        given.number("elevation", now.elevation()),
        given.presentText("exposure", now.exposure()));
  }

  private static HardwareNames hardware(HardwareNames now, Parameters given) {
    return new HardwareNames(
        given.presentText("hardware_name_override", now.name()),
        given.presentText("hardware_type_override", now.type()),
        given.presentText("hardware_version_override", now.version()),
        given.presentText("hardware_slug_override", now.slug()),
        given.presentText("readings_format", now.readingsFormat()));
  }

  private static Policy policy(Policy now, Parameters given) {
    return new Policy(
        given.flag("is_private", now.isPrivate()),
        given.flag("is_test", now.isTest()),
        given.flag("precise_location", now.preciseLocation()),
        given.flag("enable_forwarding", now.enableForwarding()),
        given.flag("notify_low_battery", now.notifyLowBattery()),
        given.flag("notify_stopped_publishing", now.notifyStoppedPublishing()),
        given.integer("forwarding_destination_id", now.forwardingDestinationId()));
  }

  /** A comma-separated list that replaces the set. */
  private static List<String> tags(List<String> now, Parameters given) {
    return given.has("user_tags") ? TagNames.of(given.text("user_tags")) : now;
  }

  /** Members over those there are; a null instead of an object takes all away. */
  private static @Nullable String config(@Nullable String now, Parameters given) {
    boolean takenAway = given.has(CONFIG) && given.objectText(CONFIG, "").isEmpty();
    return takenAway
        ? null
        : given.object(CONFIG).map(changes -> KitConfig.over(now, changes.members())).orElse(now);
  }

  private static @Nullable PostprocessingDraft postprocessing(
      @Nullable PostprocessingDraft now, Optional<Parameters> given) {
    return given.isEmpty() ? now : PostprocessingForm.over(now, given.get());
  }
}
