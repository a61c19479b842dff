package org.kitstream.contract.reading;

import com.fasterxml.jackson.annotation.JsonProperty;

/** Why a processed reading was emitted. */
public enum Cause {
  /** Newer than everything before it of its device: nothing is stored yet at its time. */
  @JsonProperty("live")
  LIVE,
  /**
   * Not newer than the device's latest reading: a backlog, an upload, an out-of-order kit, a retry
   * or a correction. Something may be stored already at its time.
   */
  @JsonProperty("late")
  LATE,
  /** Computed again because a calibration changed. */
  @JsonProperty("backfill")
  BACKFILL
}
