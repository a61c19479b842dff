package org.kitstream.contract.topic;

import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Every topic of the platform. The key of a record is the device id as decimal text, unless the
 * topic says otherwise.
 */
public enum Topic {
  /** Payloads byte for byte as received, with the headers of {@link RawHeader}. */
  READINGS_RAW("readings.raw", Duration.ofDays(30)),
  /** {@link org.kitstream.contract.reading.ProcessedReading}. */
  READINGS_PROCESSED("readings.processed", Duration.ofDays(7)),
  /**
   * {@link org.kitstream.contract.reading.QuarantinedReading}; the key is empty without a device.
   */
  READINGS_QUARANTINE("readings.quarantine", Duration.ofDays(30)),
  /** {@link org.kitstream.contract.device.DeviceProfile}; no value once the device is gone. */
  DEVICES_PROFILES("devices.profiles", null),
  /** {@link org.kitstream.contract.device.LatestDocument}. */
  DEVICES_LATEST("devices.latest", null),
  /** {@link org.kitstream.contract.device.DeviceStatus}. */
  DEVICES_STATUS("devices.status", null),
  /** Hello, info, inventory and errors as kits report them; the key is the kit's token. */
  DEVICES_EVENTS("devices.events", Duration.ofDays(7)),
  /**
   * A kit's configuration: the JSON object, byte for byte, that the bridges keep retained for it;
   * no value once there is none.
   */
  DEVICES_COMMANDS("devices.commands", null),
  /**
   * Processed batches for those who follow a device live: the JSON object, byte for byte, that the
   * bridges publish under the {@link org.kitstream.contract.device.ForwardingAccess} of its
   * profile.
   */
  READINGS_FORWARDED("readings.forwarded", Duration.ofDays(1)),
  /**
   * {@link org.kitstream.contract.device.SensorCatalogue}: all known sensors in one record under
   * the key {@code all}, so that who reads it knows when it has seen the whole.
   */
  SENSORS_CATALOGUE("sensors.catalogue", null);

  private final String topicName;
  private final @Nullable Duration retention;

  Topic(String topicName, @Nullable Duration retention) {
    this.topicName = topicName;
    this.retention = retention;
  }

  /** The name in Kafka. */
  public String topicName() {
    return topicName;
  }

  /** How long records are kept; empty for a compacted topic, which keeps the last of each key. */
  public Optional<Duration> retention() {
    return Optional.ofNullable(retention);
  }
}
