package org.kitstream.api.surface.v0;

import com.fasterxml.jackson.databind.JsonNode;
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
import org.kitstream.api.failure.Failure;
import org.kitstream.api.failure.Violations;
import org.kitstream.api.surface.http.Parameters;

/** What a request says of a device: each parameter that it gives, over what there is. */
final class DeviceForm {

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
        given.presentText("hardware_slug_override", now.slug()));
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
    String name = "config";
    JsonNode value = given.all().get(name);
    if (value != null && !value.isObject()) {
      boolean blank = value.isTextual() && value.textValue().isBlank();
      if (!value.isNull() && !blank) {
        throw Failure.Invalid.of(name, Violations.INVALID);
      }
      return null;
    }
    return given.object(name).map(changes -> KitConfig.over(now, changes.all())).orElse(now);
  }

  private static @Nullable PostprocessingDraft postprocessing(
      @Nullable PostprocessingDraft now, Optional<Parameters> given) {
    return given.isEmpty() ? now : over(now == null ? PostprocessingDraft.EMPTY : now, given.get());
  }

  private static PostprocessingDraft over(PostprocessingDraft now, Parameters given) {
    String time = "latest_postprocessing";
    return new PostprocessingDraft(
        given.presentText("blueprint_url", now.blueprintUrl()),
        given.presentText("hardware_url", now.hardwareUrl()),
        given.has(time)
            ? Times.parsed(time, given.presentText(time, null))
            : now.latestPostprocessing(),
        object("meta", now.meta(), given),
        object("forwarding_params", now.forwardingParams(), given));
  }

  private static @Nullable String object(String name, @Nullable String now, Parameters given) {
    String text = given.objectText(name, "");
    return text.isEmpty() ? now : text;
  }
}
