package org.kitstream.jobs;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.apache.flink.api.common.JobStatus;
import org.apache.flink.configuration.CheckpointingOptions;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.StateRecoveryOptions;
import org.apache.flink.core.execution.JobClient;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.flink.streaming.util.TestStreamEnvironment;
import org.jspecify.annotations.Nullable;

/** A job on the {@link Stack}'s cluster, wired as in production. */
public final class RunningJob implements AutoCloseable {

  private final JobClient client;
  private final Path checkpoints;

  private RunningJob(JobClient client, Path checkpoints) {
    this.client = client;
    this.checkpoints = checkpoints;
  }

  /** Starts a job that remembers nothing. */
  public static RunningJob start(String name, Consumer<StreamExecutionEnvironment> wiring)
      throws Exception {
    return start(name, wiring, null);
  }

  /** Starts a job from a checkpoint. */
  public static RunningJob start(
      String name, Consumer<StreamExecutionEnvironment> wiring, @Nullable Path checkpoint)
      throws Exception {
    Path checkpoints = Stack.directory("checkpoints");
    var options = new Configuration();
    options.set(CheckpointingOptions.CHECKPOINTS_DIRECTORY, checkpoints.toUri().toString());
    if (checkpoint != null) {
      options.set(StateRecoveryOptions.SAVEPOINT_PATH, checkpoint.toUri().toString());
    }
    var env = new TestStreamEnvironment(Stack.flink(), 2);
    wiring.accept(env);
    env.configure(options);
    return new RunningJob(env.executeAsync(name), checkpoints);
  }

  /** Its newest complete checkpoint, if it has one. */
  public Optional<Path> newestCheckpoint() throws IOException {
    try (Stream<Path> files = Files.walk(checkpoints)) {
      return files
          .filter(file -> file.endsWith("_metadata"))
          .map(Path::getParent)
          .max(Comparator.comparingInt(RunningJob::number));
    }
  }

  /** How it is doing. */
  public JobStatus status() throws Exception {
    return client.getJobStatus().get();
  }

  /** Whether every task is still the one that was started first. */
  public boolean runsWithoutRestart() throws Exception {
    var graph = Stack.flink().getExecutionGraph(client.getJobID()).get();
    return status() == JobStatus.RUNNING
        && StreamSupport.stream(graph.getAllExecutionVertices().spliterator(), false)
            .allMatch(task -> task.getCurrentExecutionAttempt().getAttemptNumber() == 0);
  }

  @Override
  public void close() {
    client.cancel().join();
    Stack.flink().requestJobResult(client.getJobID()).join();
  }

  private static int number(Path checkpoint) {
    return Integer.parseInt(checkpoint.getFileName().toString().substring("chk-".length()));
  }
}
