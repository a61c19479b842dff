package org.kitstream.jobs.history;

import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.kitstream.contract.device.DeviceStatus;
import org.kitstream.contract.reading.ProcessedReading;
import org.kitstream.contract.topic.Topic;
import org.kitstream.jobs.environment.JobEnvironment;
import org.kitstream.jobs.environment.JobParameters;
import org.kitstream.jobs.kafka.JsonMessages;
import org.kitstream.jobs.kafka.TopicSource;

/**
 * {@code readings.processed} and {@code devices.status} to one InfluxDB. Run one per replica: each
 * has its own consumer group and waits for its own InfluxDB alone.
 */
public final class HistoryJob {

  /** The job's name in Flink; a platform with several replicas adds the replica's name. */
  public static final String NAME = "history";

  private static final String GROUP_PREFIX = "kitstream-history-";

  private HistoryJob() {}

  /**
   * Runs the job on the cluster it is submitted to: {@code --kafka HOST:PORT --replica NAME
   * --influxdb-url URL}.
   */
  public static void main(String[] args) throws Exception {
    var env = StreamExecutionEnvironment.getExecutionEnvironment();
    HistorySettings settings = HistorySettings.from(JobParameters.of(args, System.getenv()));
    wire(env, settings);
    env.execute(NAME + "-" + settings.replica());
  }

  /**
   * Builds the job over Kafka. The caller executes the environment, which is for this job alone.
   */
  public static void wire(StreamExecutionEnvironment env, HistorySettings settings) {
    JobEnvironment.configure(env, settings.job());
    HistoryStreams lines =
        define(
            source(settings, Topic.READINGS_PROCESSED)
                .resume(env, new JsonMessages<>(ProcessedReading.class)),
            source(settings, Topic.DEVICES_STATUS)
                .resume(env, new JsonMessages<>(DeviceStatus.class)));
    lines.readings().sinkTo(new InfluxSink(settings)).name("Store readings").uid("store-readings");
    lines.status().sinkTo(new InfluxSink(settings)).name("Store status").uid("store-status");
  }

  /**
   * The job without Kafka and InfluxDB: the lines to store. Two streams and two writers, not one,
   * so that each is one chain from source to writer and no line is copied on its way.
   */
  public static HistoryStreams define(
      DataStream<ProcessedReading> readings, DataStream<DeviceStatus> status) {
    TypeInformation<HistoryLine> line = TypeInformation.of(HistoryLine.class);
    return new HistoryStreams(
        readings.map(new ReadingLines()).returns(line).name("Reading lines").uid("reading-lines"),
        status.map(StatusLine::write, line).name("Status lines").uid("status-lines"));
  }

  private static TopicSource source(HistorySettings settings, Topic topic) {
    return new TopicSource(
        settings.job().bootstrapServers(), GROUP_PREFIX + settings.replica(), topic);
  }
}
