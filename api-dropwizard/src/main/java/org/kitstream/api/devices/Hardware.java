package org.kitstream.api.devices;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * What a device is, by its own words unless its owner knows better.
 *
 * @param info all that the kit told of its hardware; null: nothing
 */
public record Hardware(
    String name, String type, @Nullable String version, String slug, @Nullable JsonNode info) {

  private static final ObjectMapper MAPPER = new ObjectMapper();

  /** The hardware of a device. */
  public static Hardware of(Device device) {
    JsonNode info = parsed(device.hardwareInfo());
    HardwareNames own = device.hardware();
    String version = own.version() == null ? info.path("hw_ver").textValue() : own.version();
    String name = version == null ? "Unknown" : "SmartCitizen Kit " + version;
    String type = nonNull(own.type(), version == null ? "Unknown" : "SCK");
    return new Hardware(
        nonNull(own.name(), name),
        type,
        version,
        nonNull(own.slug(), slug(type, version)),
        info.isMissingNode() ? null : info);
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

  private static String nonNull(@Nullable String first, String second) {
    return first == null ? second : first;
  }
}
