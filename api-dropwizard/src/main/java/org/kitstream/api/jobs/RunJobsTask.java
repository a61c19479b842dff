package org.kitstream.api.jobs;

import io.dropwizard.servlets.tasks.Task;
import java.io.PrintWriter;
import java.util.List;
import java.util.Map;

/** {@code POST /tasks/run-jobs?name=…} on the admin port: does a job at once; no name: all. */
public final class RunJobsTask extends Task {

  private final PeriodicJobs jobs;

  public RunJobsTask(PeriodicJobs jobs) {
    super("run-jobs");
    this.jobs = jobs;
  }

  @Override
  public void execute(Map<String, List<String>> parameters, PrintWriter output) {
    List<String> wanted = parameters.getOrDefault("name", List.of());
    List<String> known = jobs.jobs().stream().map(PeriodicJob::name).toList();
    wanted.stream()
        .filter(name -> !known.contains(name))
        .forEach(name -> output.printf("%s: no such job; there are %s%n", name, known));
    for (PeriodicJob job : jobs.jobs()) {
      if (wanted.isEmpty() || wanted.contains(job.name())) {
        output.printf("%s: %d%n", job.name(), job.work().getAsInt());
      }
    }
  }
}
