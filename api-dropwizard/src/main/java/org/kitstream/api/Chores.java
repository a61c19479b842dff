package org.kitstream.api;

import io.dropwizard.core.setup.Environment;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.jdbi.v3.core.Jdbi;
import org.kitstream.api.devices.DeviceArchive;
import org.kitstream.api.devices.ProfilePublication;
import org.kitstream.api.devices.UnarchiveDeviceTask;
import org.kitstream.api.jobs.PeriodicJob;
import org.kitstream.api.jobs.PeriodicJobs;
import org.kitstream.api.jobs.RunJobsTask;
import org.kitstream.api.outbox.Outbox;
import org.kitstream.api.users.ArchivedUsers;

/** What the api does by itself, and what operators can have it do. */
final class Chores {

  private static final Duration DAILY = Duration.ofDays(1);

  private Chores() {}

  /** Devices go before their owners, so that one run takes both. */
  static void register(Environment environment, Jdbi jdbi, Outbox outbox, Domain domain) {
    Clock clock = domain.clock();
    DeviceArchive archive = new DeviceArchive(jdbi, new ProfilePublication(outbox));
    ArchivedUsers users = new ArchivedUsers(jdbi);
    PeriodicJobs jobs =
        new PeriodicJobs(
            List.of(
                new PeriodicJob("purge-devices", DAILY, () -> archive.purge(clock.instant())),
                new PeriodicJob("purge-users", DAILY, () -> users.purge(clock.instant())),
                new PeriodicJob(
                    "purge-orphan-devices",
                    DAILY,
                    () -> domain.onboarding().purge(clock.instant())),
                new PeriodicJob(
                    "purge-kit-reports", DAILY, () -> domain.kitReports().purge(clock.instant()))));
    environment.lifecycle().manage(jobs);
    environment.admin().addTask(new RunJobsTask(jobs));
    environment.admin().addTask(new UnarchiveDeviceTask(archive));
  }
}
