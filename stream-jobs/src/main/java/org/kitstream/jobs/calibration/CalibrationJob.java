package org.kitstream.jobs.calibration;

import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.datastream.SingleOutputStreamOperator;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.kitstream.contract.device.LatestDocument;
import org.kitstream.contract.device.SensorCatalogue;
import org.kitstream.contract.reading.ProcessedReading;
import org.kitstream.contract.reading.QuarantinedReading;
import org.kitstream.contract.reading.RawReading;
import org.kitstream.contract.topic.Topic;
import org.kitstream.jobs.environment.JobEnvironment;
import org.kitstream.jobs.environment.JobParameters;
import org.kitstream.jobs.environment.JobSettings;
import org.kitstream.jobs.kafka.JsonMessages;
import org.kitstream.jobs.kafka.TopicSink;
import org.kitstream.jobs.kafka.TopicSource;

/**
 * {@code readings.raw}, by {@code devices.profiles} and {@code sensors.catalogue}, to {@code
 * readings.processed}, {@code devices.latest} and {@code readings.quarantine}.
 */
public final class CalibrationJob {

  /** The job's name in Flink. */
  public static final String NAME = "calibration";

  private static final String GROUP = "kitstream-calibration";

  private CalibrationJob() {}

  /** Runs the job on the cluster it is submitted to: {@code --kafka HOST:PORT}. */
  public static void main(String[] args) throws Exception {
    var env = StreamExecutionEnvironment.getExecutionEnvironment();
    wire(env, JobSettings.from(JobParameters.of(args, System.getenv())));
    env.execute(NAME);
  }

  /**
   * Builds the job over Kafka. The caller executes the environment, which is for this job alone.
   */
  public static void wire(StreamExecutionEnvironment env, JobSettings settings) {
    JobEnvironment.configure(env, settings);
    SingleOutputStreamOperator<RawReading> raw =
        source(settings, Topic.READINGS_RAW)
            .resume(env, new RawArrivals())
            .process(new SortArrivals())
            .name("Sort arrivals")
            .uid("sort-arrivals");
    DataStream<ProfileChange> profiles =
        source(settings, Topic.DEVICES_PROFILES).whole(env, new ProfileChanges());
    DataStream<SensorCatalogue> catalogue =
        source(settings, Topic.SENSORS_CATALOGUE)
            .whole(env, new JsonMessages<>(SensorCatalogue.class));
    CalibrationStreams made = define(raw, profiles, catalogue);
    sink(settings, Topic.READINGS_PROCESSED)
        .write(made.processed(), ProcessedReading.class, ProcessedReading::deviceId);
    sink(settings, Topic.DEVICES_LATEST)
        .write(made.latest(), LatestDocument.class, LatestDocument::deviceId);
    sink(settings, Topic.READINGS_QUARANTINE)
        .write(
            made.quarantined().union(raw.getSideOutput(CalibrateFunction.QUARANTINE)),
            QuarantinedReading.class,
            QuarantinedReading::deviceId);
  }

  /** The job without Kafka: what it makes of readings, by profiles and catalogue. */
  public static CalibrationStreams define(
      DataStream<RawReading> raw,
      DataStream<ProfileChange> profiles,
      DataStream<SensorCatalogue> catalogue) {
    TypeInformation<DeviceEvent> event = TypeInformation.of(DeviceEvent.class);
    DataStream<DeviceEvent> readings =
        raw.map(DeviceEvent::of, event).name("Readings").uid("reading-events");
    DataStream<DeviceEvent> changes =
        profiles.map(DeviceEvent::of, event).name("Profiles").uid("profile-events");
    SingleOutputStreamOperator<ProcessedReading> processed =
        readings
            .union(changes)
            .keyBy(DeviceEvent::deviceId, Types.LONG)
            .connect(catalogue.broadcast(CalibrateFunction.CATALOGUE))
            .process(new CalibrateFunction(), TypeInformation.of(ProcessedReading.class))
            .name("Calibrate")
            .uid("calibrate");
    return new CalibrationStreams(
        processed,
        processed.getSideOutput(CalibrateFunction.LATEST),
        processed.getSideOutput(CalibrateFunction.QUARANTINE));
  }

  private static TopicSource source(JobSettings settings, Topic topic) {
    return new TopicSource(settings.bootstrapServers(), GROUP, topic);
  }

  private static TopicSink sink(JobSettings settings, Topic topic) {
    return new TopicSink(settings.bootstrapServers(), topic);
  }
}
