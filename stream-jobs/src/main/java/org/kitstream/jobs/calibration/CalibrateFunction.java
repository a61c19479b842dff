package org.kitstream.jobs.calibration;

import java.time.Instant;
import java.util.List;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.state.BroadcastState;
import org.apache.flink.api.common.state.MapStateDescriptor;
import org.apache.flink.api.common.state.ReadOnlyBroadcastState;
import org.apache.flink.api.common.state.ValueState;
import org.apache.flink.api.common.state.ValueStateDescriptor;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.streaming.api.TimerService;
import org.apache.flink.streaming.api.functions.co.KeyedBroadcastProcessFunction;
import org.apache.flink.util.Collector;
import org.apache.flink.util.OutputTag;
import org.jspecify.annotations.Nullable;
import org.kitstream.contract.device.DeviceProfile;
import org.kitstream.contract.device.LatestDocument;
import org.kitstream.contract.device.SensorCatalogue;
import org.kitstream.contract.reading.ProcessedReading;
import org.kitstream.contract.reading.QuarantinedReading;
import org.kitstream.contract.reading.RawReading;
import org.kitstream.contract.reading.Refusal;
import org.kitstream.contract.reading.Refusal.Reason;

/**
 * Readings of a device, by its profile and the catalogue of all sensors. What cannot be processed
 * goes to {@link #QUARANTINE}; the device's document, when it moves, to {@link #LATEST}.
 *
 * <p>State per device: its profile, its latest document, and a {@link WaitingRoom} for readings
 * that came before the profile or the catalogue.
 */
@SuppressWarnings("NullAway.Init") // Flink calls open before anything else
final class CalibrateFunction
    extends KeyedBroadcastProcessFunction<Long, DeviceEvent, SensorCatalogue, ProcessedReading> {

  static final OutputTag<LatestDocument> LATEST =
      new OutputTag<>("latest", TypeInformation.of(LatestDocument.class));

  static final OutputTag<QuarantinedReading> QUARANTINE =
      new OutputTag<>("quarantine", TypeInformation.of(QuarantinedReading.class));

  static final MapStateDescriptor<String, SensorCatalogue> CATALOGUE =
      new MapStateDescriptor<>(
          "catalogue", Types.STRING, TypeInformation.of(SensorCatalogue.class));

  private transient ValueState<DeviceProfile> profile;
  private transient ValueState<LatestDocument> latest;
  private transient WaitingRoom waitingRoom;
  private transient PreparedDevices prepared;
  private transient ReadingProcessor processor;
  private transient CalibrationCounters counters;

  @Override
  public void open(OpenContext context) {
    var runtime = getRuntimeContext();
    profile =
        runtime.getState(
            new ValueStateDescriptor<>("profile", TypeInformation.of(DeviceProfile.class)));
    latest =
        runtime.getState(
            new ValueStateDescriptor<>("latest", TypeInformation.of(LatestDocument.class)));
    waitingRoom = new WaitingRoom(runtime);
    prepared = new PreparedDevices();
    processor = new ReadingProcessor();
    counters = new CalibrationCounters(runtime.getMetricGroup());
  }

  @Override
  public void processElement(
      DeviceEvent event, ReadOnlyContext context, Collector<ProcessedReading> out)
      throws Exception {
    SensorCatalogue catalogue = catalogue(context.getBroadcastState(CATALOGUE));
    Exits exits = new Exits(out, context::output, context.currentProcessingTime(), counters);
    RawReading reading = event.reading();
    if (reading == null) {
      learn(event);
      release(catalogue, exits);
    } else if (catalogue == null || profile.value() == null) {
      await(reading, context.timerService(), exits);
    } else {
      release(catalogue, exits);
      calibrate(reading, catalogue, exits);
    }
  }

  @Override
  public void processBroadcastElement(
      SensorCatalogue news, Context context, Collector<ProcessedReading> out) throws Exception {
    BroadcastState<String, SensorCatalogue> broadcast = context.getBroadcastState(CATALOGUE);
    SensorCatalogue known = catalogue(broadcast);
    if (known != null && known.revision() > news.revision()) {
      return;
    }
    broadcast.put(SensorCatalogue.RECORD_KEY, news);
    if (known == null) {
      Exits exits = new Exits(out, context::output, context.currentProcessingTime(), counters);
      context.applyToKeyedState(WaitingRoom.LOAD, (device, waiting) -> release(news, exits));
    }
  }

  @Override
  public void onTimer(long time, OnTimerContext context, Collector<ProcessedReading> out)
      throws Exception {
    if (waitingRoom.isEmpty()) {
      return;
    }
    Exits exits = new Exits(out, context::output, context.currentProcessingTime(), counters);
    String sentence =
        profile.value() == null
            ? "There is no such device."
            : "The catalogue of sensors is not known yet.";
    for (RawReading reading : waitingRoom.dismiss(time)) {
      counters.waitingEnded.inc();
      exits.quarantine(reading, new Refusal(Reason.UNKNOWN_DEVICE, sentence, null));
    }
  }

  /** Takes a profile, or the end of the device; a profile that is older than ours is old news. */
  private void learn(DeviceEvent event) throws Exception {
    DeviceProfile news = event.profile();
    DeviceProfile known = profile.value();
    if (news == null) {
      profile.clear();
      prepared.forget(event.deviceId());
    } else if (known == null || known.revision() <= news.revision()) {
      profile.update(news);
    }
  }

  private void await(RawReading reading, TimerService timers, Exits exits) throws Exception {
    long until = WaitingRoom.patienceEnds(timers.currentProcessingTime());
    if (waitingRoom.admit(reading, until)) {
      counters.waitingBegun.inc();
      timers.registerProcessingTimeTimer(until);
    } else {
      String sentence = "Too many readings wait for this device.";
      exits.quarantine(reading, new Refusal(Reason.UNKNOWN_DEVICE, sentence, null));
    }
  }

  private void release(@Nullable SensorCatalogue catalogue, Exits exits) throws Exception {
    if (catalogue == null || waitingRoom.isEmpty() || profile.value() == null) {
      return;
    }
    for (RawReading reading : waitingRoom.releaseAll()) {
      counters.waitingEnded.inc();
      calibrate(reading, catalogue, exits);
    }
  }

  private void calibrate(RawReading reading, SensorCatalogue catalogue, Exits exits)
      throws Exception {
    if (profile.value().archived()) {
      String sentence = "The device is archived.";
      exits.quarantine(reading, new Refusal(Reason.UNKNOWN_DEVICE, sentence, null));
      return;
    }
    Outcome outcome = outcome(reading, catalogue, exits.now());
    if (outcome.latest() != null) {
      latest.update(outcome.latest());
    }
    exits.emit(reading, outcome);
  }

  /** No reading may stop the job: one that makes anything throw is refused like any other. */
  private Outcome outcome(RawReading reading, SensorCatalogue catalogue, Instant now)
      throws Exception {
    DeviceProfile device = profile.value();
    LatestDocument before = latest.value();
    try {
      return processor.process(reading, prepared.get(device, catalogue), before, now);
    } catch (RuntimeException | StackOverflowError e) {
      counters.failed.inc();
      String sentence = "The message could not be processed: " + e;
      return new Outcome(List.of(), null, List.of(new Refusal(Reason.NOT_PARSED, sentence, null)));
    }
  }

  private static @Nullable SensorCatalogue catalogue(
      ReadOnlyBroadcastState<String, SensorCatalogue> broadcast) throws Exception {
    return broadcast.get(SensorCatalogue.RECORD_KEY);
  }
}
