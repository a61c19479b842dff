package org.kitstream.api;

import io.dropwizard.configuration.YamlConfigurationFactory;
import io.dropwizard.core.setup.Bootstrap;
import io.dropwizard.core.setup.Environment;
import io.dropwizard.jackson.Jackson;
import io.dropwizard.jersey.validation.Validators;
import java.util.Arrays;
import java.util.Map;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.kitstream.api.config.ApiConfiguration;
import org.kitstream.api.config.SettingsSource;

/**
 * The api running inside this process. Logging is left as it is; only as a process of its own does
 * the api configure it.
 */
public final class RunningApi implements AutoCloseable {

  private final Server server;

  private RunningApi(Server server) {
    this.server = server;
  }

  /**
   * Starts the api and returns when it serves.
   *
   * @param settings by the names in {@code api.yml}, such as {@code KITSTREAM_HTTP_PORT}; a port of
   *     0 means a free one
   * @throws ApiStartException if it cannot be started; clients of the other parts may be left open
   *     then, so that the process had better end
   */
  public static RunningApi start(Map<String, String> settings) {
    try {
      Server server = server(configuration(settings));
      startOrStop(server);
      return new RunningApi(server);
    } catch (Exception e) {
      throw new ApiStartException(e);
    }
  }

  /** The port of the public surfaces. */
  public int httpPort() {
    return port("application");
  }

  /** The port of health, metrics and tasks. */
  public int adminPort() {
    return port("admin");
  }

  /** Lets running requests end, for some seconds, then stops everything. */
  @Override
  public void close() {
    try {
      server.stop();
    } catch (Exception e) {
      throw new IllegalStateException("the api did not stop cleanly", e);
    }
  }

  /** The settings, read and checked. */
  static ApiConfiguration configuration(Map<String, String> settings) throws Exception {
    return new YamlConfigurationFactory<>(
            ApiConfiguration.class, Validators.newValidator(), Jackson.newObjectMapper(), "dw")
        .build(SettingsSource.of(settings), SettingsSource.PACKAGED);
  }

  private static Server server(ApiConfiguration configuration) throws Exception {
    KitstreamApi application = new KitstreamApi();
    Bootstrap<ApiConfiguration> bootstrap = new Bootstrap<>(application);
    application.initialize(bootstrap);
    Environment environment =
        new Environment(
            application.getName(),
            bootstrap.getObjectMapper(),
            bootstrap.getValidatorFactory(),
            bootstrap.getMetricRegistry(),
            bootstrap.getClassLoader(),
            bootstrap.getHealthCheckRegistry(),
            configuration);
    configuration.getServerFactory().configure(environment);
    bootstrap.run(configuration, environment);
    application.run(configuration, environment);
    Server server = configuration.getServerFactory().build(environment);
    server.setStopAtShutdown(false); // who started it in this process stops it, in its own order
    return server;
  }

  private static void startOrStop(Server server) throws Exception {
    try {
      server.start();
    } catch (Exception e) {
      server.stop();
      throw e;
    }
  }

  private int port(String connector) {
    return Arrays.stream(server.getConnectors())
        .filter(candidate -> connector.equals(candidate.getName()))
        .map(ServerConnector.class::cast)
        .mapToInt(ServerConnector::getLocalPort)
        .findFirst()
        .orElseThrow();
  }
}
