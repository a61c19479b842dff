package org.kitstream.contract.reading;

import com.fasterxml.jackson.annotation.JsonProperty;

/** Why a processed reading was emitted. */
public enum Cause {
  /** Newer than, or as new as, everything before it of its device. */
  @JsonProperty("live")
  LIVE,
  /** Older than the device's latest reading: a backlog, an upload, an out-of-order kit. */
  @JsonProperty("late")
  LATE,
  /** Computed again because a calibration changed. */
  @JsonProperty("backfill")
  BACKFILL
}
