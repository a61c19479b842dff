package org.kitstream.jobs.status;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.kitstream.contract.device.DeviceStatus;
import org.kitstream.contract.device.DeviceStatus.State;

/**
 * What the status job knows of a device.
 *
 * @param readingAt its newest reading time
 * @param published what was last said of it; null when nothing was said yet
 * @param due when it may be called offline if nothing newer comes, in epoch milliseconds
 * @param timerSet whether a timer is set that will look at it then, or before
 */
public record LastHeard(Instant readingAt, @Nullable State published, long due, boolean timerSet) {

  /** When a device whose newest reading is of that time falls silent. */
  static Instant silentAt(Instant readingAt) {
    return readingAt.plus(DeviceStatus.ONLINE_FOR);
  }

  LastHeard published(State state) {
    return new LastHeard(readingAt, state, due, timerSet);
  }

  LastHeard timerSet(boolean set) {
    return new LastHeard(readingAt, published, due, set);
  }
}
