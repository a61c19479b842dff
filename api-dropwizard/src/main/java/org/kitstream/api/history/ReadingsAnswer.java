package org.kitstream.api.history;

import com.fasterxml.jackson.annotation.JsonFormat;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import org.jspecify.annotations.Nullable;

/**
 * The history of one sensor. Its JSON has these members, in this order.
 *
 * @param sensorKey null if the device has no such sensor
 * @param sensorId null if the sensor was named by a key that the device does not have
 * @param componentId null if the device has no such sensor
 * @param rollup as it was asked
 * @param from as used; as it was asked, if the device has no such sensor
 * @param to like {@code from}
 * @param sampleSize how many points were read
 * @param readings newest first; made one by one, each time they are gone through
 */
@JsonInclude(JsonInclude.Include.ALWAYS)
@JsonPropertyOrder({
  "device_id",
  "sensor_key",
  "sensor_id",
  "component_id",
  "rollup",
  "function",
  "from",
  "to",
  "sample_size",
  "readings"
})
public record ReadingsAnswer(
    @JsonProperty("device_id") long deviceId,
    @JsonProperty("sensor_key") @Nullable String sensorKey,
    @JsonProperty("sensor_id") @Nullable Long sensorId,
    @JsonProperty("component_id") @Nullable Long componentId,
    @JsonProperty("rollup") String rollup,
    @JsonProperty("function") String function,
    @JsonProperty("from") @Nullable String from,
    @JsonProperty("to") @Nullable String to,
    @JsonProperty("sample_size") long sampleSize,
    @JsonProperty("readings") Iterable<Reading> readings) {

  /**
   * One bucket, in JSON an array of the two.
   *
   * @param time ISO 8601, whole seconds
   * @param value null for a bucket without a value; a {@code Long} for a count, else a {@code
   *     Double}
   */
  @JsonFormat(shape = JsonFormat.Shape.ARRAY)
  @JsonPropertyOrder({"time", "value"})
  public record Reading(
      @JsonProperty("time") String time, @JsonProperty("value") @Nullable Number value) {}
}
