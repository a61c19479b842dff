package org.kitstream.contract.device;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Duration;
import java.time.Instant;

/**
 * Whether a device is heard of, in {@code devices.status}. Only transitions are published.
 *
 * @param since when the state began: the reading time that brought it online, or that time plus
 *     {@link #ONLINE_FOR} when it fell silent
 */
public record DeviceStatus(long deviceId, State state, Instant since) {

  /** A device is online while its newest reading is younger than this. */
  public static final Duration ONLINE_FOR = Duration.ofMinutes(10);

  /** A device without a record is {@link #NEW}. */
  public enum State {
    @JsonProperty("new")
    NEW,
    @JsonProperty("online")
    ONLINE,
    @JsonProperty("offline")
    OFFLINE
  }
}
