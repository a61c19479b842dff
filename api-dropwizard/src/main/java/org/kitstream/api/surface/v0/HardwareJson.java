package org.kitstream.api.surface.v0;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.NullNode;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.kitstream.api.devices.Device;
import org.kitstream.api.surface.http.AnyOf;

/** What a device is, by its own words unless its owner knows better. */
record HardwareJson(
    String name,
    String type,
    @Nullable String version,
    String slug,
    @AnyOf({String.class, Map.class, Void.class}) Object lastStatusMessage) {

  private static final ObjectMapper MAPPER = new ObjectMapper();

  static HardwareJson of(Device device, boolean forOwner) {
    JsonNode info = parsed(device.hardwareInfo());
    String version = or(device.hardware().version(), info.path("hw_ver").textValue());
    String name = version == null ? "Unknown" : "SmartCitizen Kit " + version;
    String type = nonNull(device.hardware().type(), version == null ? "Unknown" : "SCK");
    return new HardwareJson(
        nonNull(device.hardware().name(), name),
        type,
        version,
        nonNull(device.hardware().slug(), slug(type, version)),
        forOwner ? (info.isMissingNode() ? NullNode.getInstance() : info) : Answers.FILTERED);
  }

  private static String slug(String type, @Nullable String version) {
    String lowerCase = type.toLowerCase(Locale.ROOT);
    return version == null ? lowerCase : lowerCase + ':' + version.replace('.', ',');
  }

  private static JsonNode parsed(@Nullable String json) {
    try {
      return json == null ? MissingNode.getInstance() : MAPPER.readTree(json);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("the database holds JSON that is none", e);
    }
  }

  private static @Nullable String or(@Nullable String first, @Nullable String second) {
    return first == null ? second : first;
  }

  private static String nonNull(@Nullable String first, String second) {
    return first == null ? second : first;
  }
}
