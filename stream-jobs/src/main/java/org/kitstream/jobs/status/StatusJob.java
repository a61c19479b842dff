package org.kitstream.jobs.status;

import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.kitstream.contract.device.DeviceStatus;
import org.kitstream.contract.device.LatestDocument;
import org.kitstream.contract.topic.Topic;
import org.kitstream.jobs.environment.JobEnvironment;
import org.kitstream.jobs.environment.JobParameters;
import org.kitstream.jobs.environment.JobSettings;
import org.kitstream.jobs.kafka.JsonMessages;
import org.kitstream.jobs.kafka.TopicSink;
import org.kitstream.jobs.kafka.TopicSource;

/** {@code devices.latest} to {@code devices.status}: who is online, transitions only. */
public final class StatusJob {

  /** The job's name in Flink. */
  public static final String NAME = "status";

  private static final String GROUP = "kitstream-status";

  private StatusJob() {}

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
    DataStream<LatestDocument> latest =
        new TopicSource(settings.bootstrapServers(), GROUP, Topic.DEVICES_LATEST)
            .whole(env, new JsonMessages<>(LatestDocument.class));
    new TopicSink(settings.bootstrapServers(), Topic.DEVICES_STATUS)
        .write(define(latest), DeviceStatus.class, DeviceStatus::deviceId);
  }

  /** The job without Kafka: the transitions that follow from latest documents. */
  public static DataStream<DeviceStatus> define(DataStream<LatestDocument> latest) {
    return latest
        .keyBy(LatestDocument::deviceId, Types.LONG)
        .process(new StatusFunction(), TypeInformation.of(DeviceStatus.class))
        .name("Watch")
        .uid("watch");
  }
}
