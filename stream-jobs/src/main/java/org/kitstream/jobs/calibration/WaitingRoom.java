package org.kitstream.jobs.calibration;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.flink.api.common.functions.RuntimeContext;
import org.apache.flink.api.common.state.ListState;
import org.apache.flink.api.common.state.ListStateDescriptor;
import org.apache.flink.api.common.state.ValueState;
import org.apache.flink.api.common.state.ValueStateDescriptor;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.kitstream.contract.reading.RawReading;

/**
 * Readings of the current device that wait, in the order of their arrival. At most {@link
 * #MAX_READINGS} or {@link #MAX_BYTES} a device, none of them for longer than {@link
 * #PATIENCE_MILLIS}.
 */
final class WaitingRoom {

  static final int MAX_READINGS = 5_000;
  static final long MAX_BYTES = 1 << 20;
  static final long PATIENCE_MILLIS = 60_000;

  /** There is a value for every device that has readings waiting, and for no other. */
  static final ValueStateDescriptor<WaitingLoad> LOAD =
      new ValueStateDescriptor<>("waiting-load", TypeInformation.of(WaitingLoad.class));

  private static final long TIMER_MILLIS = 1_000;

  private final ListState<WaitingReading> readings;
  private final ValueState<WaitingLoad> load;

  WaitingRoom(RuntimeContext context) {
    readings =
        context.getListState(
            new ListStateDescriptor<>("waiting", TypeInformation.of(WaitingReading.class)));
    load = context.getState(LOAD);
  }

  boolean isEmpty() throws IOException {
    return load.value() == null;
  }

  /** Lets a reading in, if there is room. */
  boolean admit(RawReading reading, long until) throws Exception {
    WaitingLoad now = load.value() == null ? WaitingLoad.NONE : load.value();
    WaitingLoad then = now.plus(reading.payload().length);
    if (then.readings() > MAX_READINGS || then.bytes() > MAX_BYTES) {
      return false;
    }
    readings.add(new WaitingReading(reading, until));
    load.update(then);
    return true;
  }

  /** Empties the room. */
  List<RawReading> releaseAll() throws Exception {
    List<RawReading> released = new ArrayList<>();
    for (WaitingReading waiting : readings.get()) {
      released.add(waiting.reading());
    }
    readings.clear();
    load.clear();
    return released;
  }

  /** Sends those away whose patience ends at that time or before. */
  List<RawReading> dismiss(long time) throws Exception {
    List<RawReading> dismissed = new ArrayList<>();
    List<WaitingReading> staying = new ArrayList<>();
    WaitingLoad left = WaitingLoad.NONE;
    for (WaitingReading waiting : readings.get()) {
      if (waiting.until() <= time) {
        dismissed.add(waiting.reading());
      } else {
        staying.add(waiting);
        left = left.plus(waiting.reading().payload().length);
      }
    }
    readings.update(staying);
    if (staying.isEmpty()) {
      load.clear();
    } else {
      load.update(left);
    }
    return dismissed;
  }

  /** When a reading that comes now loses patience: whole seconds, so that many share one timer. */
  static long patienceEnds(long now) {
    return (now + PATIENCE_MILLIS + TIMER_MILLIS - 1) / TIMER_MILLIS * TIMER_MILLIS;
  }
}
