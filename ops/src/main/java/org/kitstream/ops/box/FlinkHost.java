package org.kitstream.ops.box;

import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import org.apache.flink.api.common.JobID;
import org.apache.flink.api.common.JobStatus;
import org.apache.flink.configuration.CheckpointingOptions;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.CoreOptions;
import org.apache.flink.configuration.MemorySize;
import org.apache.flink.configuration.RestOptions;
import org.apache.flink.configuration.StateRecoveryOptions;
import org.apache.flink.configuration.TaskManagerOptions;
import org.apache.flink.core.execution.RecoveryClaimMode;
import org.apache.flink.runtime.execution.ExecutionState;
import org.apache.flink.runtime.minicluster.MiniCluster;
import org.apache.flink.runtime.minicluster.MiniClusterConfiguration;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;

/**
 * A Flink cluster in this JVM, with its REST API on loopback. Jobs go on from their newest complete
 * checkpoint, found in the data directory.
 */
final class FlinkHost implements AutoCloseable {

  private static final Duration RUNNING_WITHIN = Duration.ofSeconds(90);
  private static final Duration PROBE_EVERY = Duration.ofMillis(50);

  private final MiniCluster cluster;
  private final Path checkpoints;
  private final int parallelism;

  private FlinkHost(MiniCluster cluster, Path checkpoints, int parallelism) {
    this.cluster = cluster;
    this.checkpoints = checkpoints;
    this.parallelism = parallelism;
  }

  /**
   * Starts the cluster.
   *
   * @param directory for the checkpoints of all jobs
   * @param jobs how many jobs there will be
   */
  static FlinkHost start(BoxSettings settings, Path directory, int jobs) throws Exception {
    var configuration = new Configuration();
    configuration.set(RestOptions.ADDRESS, "127.0.0.1");
    configuration.set(RestOptions.BIND_ADDRESS, "127.0.0.1");
    configuration.set(RestOptions.BIND_PORT, Integer.toString(settings.ports().flink()));
    configuration.set(RestOptions.PORT, settings.ports().flink());
    configuration.set(TaskManagerOptions.NETWORK_MEMORY_MIN, MemorySize.ofMebiBytes(16));
    configuration.set(TaskManagerOptions.NETWORK_MEMORY_MAX, MemorySize.ofMebiBytes(16));
    configuration.set(TaskManagerOptions.MANAGED_MEMORY_SIZE, MemorySize.ofMebiBytes(16));
    var cluster =
        new MiniCluster(
            new MiniClusterConfiguration.Builder()
                .setConfiguration(configuration)
                .setNumTaskManagers(1)
                .setNumSlotsPerTaskManager(jobs * settings.parallelism())
                .build());
    cluster.start();
    return new FlinkHost(cluster, directory, settings.parallelism());
  }

  /**
   * Runs a job and returns when all its tasks run.
   *
   * @param name names the job's checkpoints; never changes
   * @param wiring puts the job's sources, operators and sinks into the environment
   */
  RunningJob run(String name, Consumer<StreamExecutionEnvironment> wiring) throws Exception {
    Path directory = checkpoints.resolve(name);
    var configuration = new Configuration();
    configuration.set(CheckpointingOptions.CHECKPOINTS_DIRECTORY, directory.toUri().toString());
    configuration.set(CheckpointingOptions.MAX_RETAINED_CHECKPOINTS, 3);
    configuration.set(CoreOptions.DEFAULT_PARALLELISM, parallelism);
    Checkpoints.forgetOldRuns(directory);
    Checkpoints.newestComplete(directory)
        .ifPresent(
            checkpoint -> {
              configuration.set(StateRecoveryOptions.SAVEPOINT_PATH, checkpoint.toUri().toString());
              configuration.set(StateRecoveryOptions.RESTORE_MODE, RecoveryClaimMode.NO_CLAIM);
            });
    var environment = StreamExecutionEnvironment.getExecutionEnvironment(configuration);
    wiring.accept(environment);
    var graph = environment.getStreamGraph();
    graph.setJobName(name);
    JobID id = cluster.submitJob(graph).get().getJobID();
    awaitRunning(name, id);
    return new RunningJob(id);
  }

  @Override
  public void close() {
    cluster.closeAsync().join();
  }

  private void awaitRunning(String name, JobID id) throws Exception {
    long until = System.nanoTime() + RUNNING_WITHIN.toNanos();
    while (!allTasksRun(id)) {
      JobStatus status = cluster.getJobStatus(id).get();
      if (status.isGloballyTerminalState() || System.nanoTime() > until) {
        throw new BoxException("The job %s did not start; it is %s.".formatted(name, status));
      }
      LockSupport.parkNanos(PROBE_EVERY.toNanos());
    }
  }

  private boolean allTasksRun(JobID id) throws Exception {
    if (cluster.getJobStatus(id).get() != JobStatus.RUNNING) {
      return false;
    }
    for (var vertex : cluster.getExecutionGraph(id).get().getAllExecutionVertices()) {
      if (vertex.getExecutionState() != ExecutionState.RUNNING) {
        return false;
      }
    }
    return true;
  }

  /** A job of the cluster; closing it leaves its newest checkpoint for the next start. */
  final class RunningJob implements AutoCloseable {

    private final JobID id;

    private RunningJob(JobID id) {
      this.id = id;
    }

    @Override
    public void close() {
      cluster.cancelJob(id).join();
      while (!cluster.getJobStatus(id).join().isGloballyTerminalState()) {
        LockSupport.parkNanos(PROBE_EVERY.toNanos());
      }
    }
  }
}
