package org.kitstream.jobs.environment;

import java.time.Duration;
import org.apache.flink.configuration.CheckpointingOptions;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.ExternalizedCheckpointRetention;
import org.apache.flink.configuration.PipelineOptions;
import org.apache.flink.configuration.RestartStrategyOptions;
import org.apache.flink.core.execution.CheckpointingMode;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;

/** How every job of the platform is run. Nothing here knows where it runs. */
public final class JobEnvironment {

  private static final int ANY_NUMBER = Integer.MAX_VALUE;

  private JobEnvironment() {}

  /**
   * Sets an environment up. At-least-once: every effect of a job is idempotent, and no record waits
   * for a checkpoint. Checkpoints that fail are tolerated, because a job whose store is away cannot
   * complete one and must wait, not restart.
   */
  public static void configure(StreamExecutionEnvironment env, JobSettings settings) {
    var options = new Configuration();
    options.set(PipelineOptions.GENERIC_TYPES, false);
    options.set(PipelineOptions.AUTO_GENERATE_UIDS, false);
    options.set(PipelineOptions.OBJECT_REUSE, true);
    options.set(CheckpointingOptions.CHECKPOINTING_INTERVAL, settings.checkpointInterval());
    options.set(
        CheckpointingOptions.CHECKPOINTING_CONSISTENCY_MODE, CheckpointingMode.AT_LEAST_ONCE);
    options.set(CheckpointingOptions.TOLERABLE_FAILURE_NUMBER, ANY_NUMBER);
    options.set(
        CheckpointingOptions.EXTERNALIZED_CHECKPOINT_RETENTION,
        ExternalizedCheckpointRetention.RETAIN_ON_CANCELLATION);
    options.set(RestartStrategyOptions.RESTART_STRATEGY, "exponential-delay");
    options.set(
        RestartStrategyOptions.RESTART_STRATEGY_EXPONENTIAL_DELAY_MAX_BACKOFF,
        Duration.ofSeconds(30));
    env.configure(options);
  }
}
