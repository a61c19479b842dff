package org.kitstream.api;

import com.codahale.metrics.Gauge;
import io.dropwizard.core.setup.Environment;
import io.dropwizard.jersey.setup.JerseyEnvironment;
import java.time.Duration;
import java.util.List;
import org.jdbi.v3.core.Jdbi;
import org.kitstream.api.config.ApiConfiguration;
import org.kitstream.api.jobs.PeriodicJob;
import org.kitstream.api.quarantine.Quarantine;
import org.kitstream.api.quarantine.QuarantineProjection;
import org.kitstream.api.quarantine.QuarantineWriter;
import org.kitstream.api.raw.RawReadings;
import org.kitstream.api.surface.http.Pagination;
import org.kitstream.api.surface.http.StreamUnavailableMapper;
import org.kitstream.api.surface.v0.DeviceQuarantineResource;
import org.kitstream.api.surface.v0.DeviceUploadsResource;
import org.kitstream.api.surface.v0.QuarantineResource;
import org.kitstream.api.surface.v0.UploadResource;
import org.kitstream.api.surface.v0.UploadsResource;
import org.kitstream.api.uploads.UploadJobs;
import org.kitstream.api.uploads.UploadLine;
import org.kitstream.api.uploads.UploadNews;
import org.kitstream.api.uploads.Uploads;

/** What is to go into the stream a second way: files of history, and what was refused before. */
record Backlog(Uploads uploads, Quarantine quarantine) {

  private static final String QUARANTINE_GROUP = "api-quarantine";

  /** Makes the services and has their work done while the api runs. */
  static Backlog start(
      ApiConfiguration configuration, Environment environment, Jdbi jdbi, Domain domain) {
    RawReadings raw = new RawReadings(KafkaClients.producer(configuration.kafka(), "api-backlog"));
    environment.lifecycle().manage(raw);
    Quarantine quarantine =
        new Quarantine(
            jdbi, domain.deviceReader(), raw, configuration.quarantine(), domain.clock());
    environment
        .lifecycle()
        .manage(
            new QuarantineProjection(
                KafkaClients.consumer(configuration.kafka(), QUARANTINE_GROUP),
                new QuarantineWriter(jdbi, configuration.quarantine()),
                environment.metrics()));
    return new Backlog(uploads(configuration, environment, jdbi, domain, raw), quarantine);
  }

  private static Uploads uploads(
      ApiConfiguration configuration,
      Environment environment,
      Jdbi jdbi,
      Domain domain,
      RawReadings raw) {
    UploadNews news = new UploadNews();
    UploadLine line = new UploadLine(raw, configuration.uploads(), environment.metrics());
    environment.lifecycle().manage(new UploadJobs(jdbi, news, line));
    Uploads uploads =
        new Uploads(jdbi, domain.deviceReader(), configuration.uploads(), news, domain.clock());
    environment.metrics().gauge("uploads.backlog", () -> (Gauge<Long>) uploads::backlog);
    return uploads;
  }

  /** What is done about it daily. */
  List<PeriodicJob> chores() {
    return List.of(
        new PeriodicJob("purge-uploads", Duration.ofDays(1), uploads::purge),
        new PeriodicJob("purge-quarantine", Duration.ofDays(1), quarantine::purge));
  }

  void register(JerseyEnvironment jersey, Pagination pagination, Domain domain) {
    jersey.register(new StreamUnavailableMapper());
    jersey.register(new UploadResource(uploads, domain.clock()));
    jersey.register(new DeviceUploadsResource(uploads, pagination, domain.clock()));
    jersey.register(new UploadsResource(uploads, domain.clock()));
    jersey.register(new DeviceQuarantineResource(quarantine, pagination));
    jersey.register(new QuarantineResource(quarantine, pagination));
  }
}
