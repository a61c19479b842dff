package org.kitstream.jobs.status;

import java.time.Duration;
import java.time.Instant;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.state.ValueState;
import org.apache.flink.api.common.state.ValueStateDescriptor;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.streaming.api.functions.KeyedProcessFunction;
import org.apache.flink.util.Collector;
import org.jspecify.annotations.Nullable;
import org.kitstream.contract.device.DeviceStatus;
import org.kitstream.contract.device.DeviceStatus.State;
import org.kitstream.contract.device.LatestDocument;

/**
 * Transitions of one device between online and offline.
 *
 * <p>To call a device online one fresh reading is proof enough. To call it offline one must know
 * that nothing newer is on its way. So that waits until {@link #SETTLE} has passed since all of: it
 * fell silent, its last document came, this task started, and this task last saw a document that
 * had lain in Kafka for longer than {@link #BEHIND}. After a pause, a restart or a replay the
 * backlog therefore speaks first. {@code since} is exact all the same.
 *
 * <p>State per device: one {@link LastHeard} and one timer, which is moved when it goes off, not
 * with every reading. The clock is Flink's processing time.
 */
@SuppressWarnings("NullAway.Init") // Flink calls open before anything else
final class StatusFunction extends KeyedProcessFunction<Long, LatestDocument, DeviceStatus> {

  /** How long nothing newer must have come before a device is called offline. */
  static final Duration SETTLE = Duration.ofSeconds(10);

  /** A document older than this is backlog. Clocks of one platform differ by less. */
  static final Duration BEHIND = Duration.ofMinutes(1);

  private static final long NOT_STARTED = Long.MIN_VALUE;

  private transient ValueState<LastHeard> lastHeard;

  /** Until then no device may be called offline, in epoch milliseconds. */
  private transient long settledAt;

  @Override
  public void open(OpenContext context) {
    var descriptor = new ValueStateDescriptor<>("last-heard", TypeInformation.of(LastHeard.class));
    lastHeard = getRuntimeContext().getState(descriptor);
    settledAt = NOT_STARTED;
  }

  @Override
  public void processElement(LatestDocument document, Context context, Collector<DeviceStatus> out)
      throws Exception {
    long now = now(context);
    if (now - document.processedAt().toEpochMilli() > BEHIND.toMillis()) {
      settledAt = Math.max(settledAt, now + SETTLE.toMillis());
    }
    LastHeard known = lastHeard.value();
    if (known != null && !document.recordedAt().isAfter(known.readingAt())) {
      return;
    }
    LastHeard heard = hear(document.recordedAt(), known, now);
    if (LastHeard.silentAt(heard.readingAt()).toEpochMilli() > now) {
      heard = publish(State.ONLINE, heard.readingAt(), heard, context, out);
    }
    if (heard.published() != State.OFFLINE && !heard.timerSet()) {
      context.timerService().registerProcessingTimeTimer(heard.due());
      heard = heard.timerSet(true);
    }
    lastHeard.update(heard);
  }

  @Override
  public void onTimer(long time, OnTimerContext context, Collector<DeviceStatus> out)
      throws Exception {
    LastHeard heard = lastHeard.value();
    if (heard == null) {
      return;
    }
    long now = now(context);
    long due = Math.max(heard.due(), settledAt);
    if (now < due) {
      context.timerService().registerProcessingTimeTimer(due);
    } else {
      Instant since = LastHeard.silentAt(heard.readingAt());
      lastHeard.update(publish(State.OFFLINE, since, heard.timerSet(false), context, out));
    }
  }

  private static LastHeard hear(Instant readingAt, @Nullable LastHeard known, long now) {
    long due = Math.max(LastHeard.silentAt(readingAt).toEpochMilli(), now) + SETTLE.toMillis();
    return known == null
        ? new LastHeard(readingAt, null, due, false)
        : new LastHeard(readingAt, known.published(), due, known.timerSet());
  }

  /** Tells the state, unless it is what was told last. */
  private LastHeard publish(
      State state, Instant since, LastHeard heard, Context context, Collector<DeviceStatus> out) {
    if (heard.published() == state) {
      return heard;
    }
    out.collect(new DeviceStatus(context.getCurrentKey(), state, since));
    return heard.published(state);
  }

  /** The time; when it is asked for the first time, this task has just started. */
  private long now(Context context) {
    long now = context.timerService().currentProcessingTime();
    if (settledAt == NOT_STARTED) {
      settledAt = now + SETTLE.toMillis();
    }
    return now;
  }
}
