package org.kitstream.api;

import io.dropwizard.core.Application;
import io.dropwizard.core.setup.Bootstrap;
import io.dropwizard.core.setup.Environment;
import io.dropwizard.db.DataSourceFactory;
import io.dropwizard.db.ManagedDataSource;
import io.dropwizard.jdbi3.JdbiFactory;
import io.dropwizard.lifecycle.AutoCloseableManager;
import io.dropwizard.logging.common.BootstrapLogging;
import java.time.Clock;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.clients.admin.Admin;
import org.jdbi.v3.core.Jdbi;
import org.kitstream.api.config.ApiConfiguration;
import org.kitstream.api.config.DatabaseSettings;
import org.kitstream.api.config.SettingsSource;
import org.kitstream.api.database.JdbiSettings;
import org.kitstream.api.database.Migrations;
import org.kitstream.api.health.InfluxCheck;
import org.kitstream.api.health.KafkaCheck;
import org.kitstream.api.health.LiveViewCheck;
import org.kitstream.api.health.Readiness;
import org.kitstream.api.live.LiveSettings;
import org.kitstream.api.live.LiveView;
import org.kitstream.api.mail.MailDelivery;
import org.kitstream.api.outbox.Outbox;
import org.kitstream.api.outbox.OutboxRelay;
import org.kitstream.api.projection.ReadingTimeProjection;
import org.kitstream.api.surface.http.HealthResource;
import org.kitstream.api.surface.http.RequestLog;

/** The api as a Dropwizard application: its parts and how they hang together. */
public final class KitstreamApi extends Application<ApiConfiguration> {

  private static final String POSTGRESQL = "postgresql";
  private static final String LIVE_VIEW = "live-view";

  /** Runs the api as a process of its own, with its settings from the environment. */
  public static void main(String[] arguments) throws Exception {
    BootstrapLogging.bootstrap();
    new KitstreamApi().run("server", SettingsSource.PACKAGED);
  }

  /**
   * Nothing: inside another process its logging stands, as one of its own {@code main} sets it up.
   */
  @Override
  protected void bootstrapLogging() {}

  @Override
  public String getName() {
    return "kitstream-api";
  }

  @Override
  public void initialize(Bootstrap<ApiConfiguration> bootstrap) {
    bootstrap.setConfigurationSourceProvider(SettingsSource.of(System.getenv()));
  }

  @Override
  public void run(ApiConfiguration configuration, Environment environment) {
    Jdbi jdbi = database(configuration.database(), environment);
    Outbox outbox = new Outbox();
    LiveView liveView =
        new LiveView(
            new LiveSettings(
                configuration.kafka().bootstrapServers(), configuration.kafka().startTimeout()),
            Clock.systemUTC());
    OutboxRelay relay =
        new OutboxRelay(jdbi, outbox, KafkaClients.producer(configuration.kafka(), "api-outbox"));
    Domain domain = Domain.of(configuration, jdbi, outbox, liveView);

    environment.lifecycle().manage(relay);
    environment.lifecycle().manage(liveView);
    environment.lifecycle().manage(new ReadingTimeProjection(jdbi, liveView));
    environment
        .lifecycle()
        .manage(new MailDelivery(jdbi, domain.identity().mailer(), configuration.mail()));
    Streams.register(environment, configuration.kafka(), jdbi, domain);
    checks(configuration, environment, relay, liveView);
    Surfaces.register(configuration.surface(), environment, domain);
    if (configuration.log().requests()) {
      environment.jersey().register(new RequestLog());
    }
    Chores.register(environment, jdbi, outbox, domain);
    environment
        .jersey()
        .register(
            new HealthResource(
                new Readiness(environment.healthChecks(), Set.of(POSTGRESQL, LIVE_VIEW))));
    Surfaces.describe(environment);
  }

  private static Jdbi database(DatabaseSettings settings, Environment environment) {
    DataSourceFactory factory = new DataSourceFactory();
    factory.setDriverClass("org.postgresql.Driver");
    factory.setUrl(settings.url());
    factory.setUser(settings.user());
    factory.setPassword(settings.password());
    factory.setMaxSize(settings.maxConnections());
    factory.setInitialSize(1);
    factory.setMinSize(1);
    factory.setProperties(Map.of("ApplicationName", "kitstream-api"));
    ManagedDataSource dataSource = factory.build(environment.metrics(), POSTGRESQL);
    Migrations.run(dataSource);
    return JdbiSettings.apply(
        new JdbiFactory().build(environment, factory, dataSource, POSTGRESQL));
  }

  private static void checks(
      ApiConfiguration configuration,
      Environment environment,
      OutboxRelay relay,
      LiveView liveView) {
    Admin admin = KafkaClients.admin(configuration.kafka());
    environment.lifecycle().manage(new AutoCloseableManager(admin));
    environment.healthChecks().register("kafka", new KafkaCheck(admin, relay));
    environment.healthChecks().register(LIVE_VIEW, new LiveViewCheck(liveView));
    environment
        .healthChecks()
        .register("influxdb", new InfluxCheck(configuration.influx().replicas()));
  }
}
