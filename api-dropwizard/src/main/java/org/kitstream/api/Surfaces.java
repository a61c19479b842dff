package org.kitstream.api;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.dropwizard.auth.AuthDynamicFeature;
import io.dropwizard.auth.AuthValueFactoryProvider;
import io.dropwizard.core.setup.Environment;
import io.dropwizard.jersey.setup.JerseyEnvironment;
import java.util.Set;
import org.kitstream.api.config.SurfaceSettings;
import org.kitstream.api.surface.http.ApiJson;
import org.kitstream.api.surface.http.ApiPaths;
import org.kitstream.api.surface.http.CallerFilters;
import org.kitstream.api.surface.http.CrossOrigin;
import org.kitstream.api.surface.http.FailureMapper;
import org.kitstream.api.surface.http.HistoryUnavailableMapper;
import org.kitstream.api.surface.http.Pagination;
import org.kitstream.api.surface.http.ParametersFactory;
import org.kitstream.api.surface.http.ParametersReader;
import org.kitstream.api.surface.http.PrettyPrint;
import org.kitstream.api.surface.http.UnexpectedMapper;
import org.kitstream.api.surface.http.WebExceptionMapper;
import org.kitstream.api.surface.v0.DevicesResource;
import org.kitstream.api.surface.v0.KitsResource;
import org.kitstream.api.surface.v0.ReadingsResource;
import org.kitstream.api.surface.v0.SensorsResource;
import org.kitstream.api.surface.v0.UsersResource;
import org.kitstream.api.users.Caller;

/** The public contracts, on top of the same services. */
final class Surfaces {

  /** First segments of paths that are not version 0 without its name. */
  private static final Set<String> ROOTS = Set.of("v0", "health");

  private Surfaces() {}

  static void register(SurfaceSettings settings, Environment environment, Domain domain) {
    conventions(settings, environment, domain);
    Pagination pagination = new Pagination(settings.maxPerPage());
    JerseyEnvironment jersey = environment.jersey();
    jersey.register(new UsersResource(domain.users(), domain.deviceReader(), domain.clock()));
    jersey.register(
        new DevicesResource(domain.devices(), domain.deviceReader(), pagination, domain.clock()));
    jersey.register(new ReadingsResource(domain.readings(), domain.deviceReader(), domain.clock()));
    jersey.register(new KitsResource(domain.kits(), domain.components(), pagination));
    jersey.register(new SensorsResource(domain.sensors(), pagination));
  }

  private static void conventions(
      SurfaceSettings settings, Environment environment, Domain domain) {
    ObjectMapper mapper = environment.getObjectMapper();
    ApiJson.configure(mapper);
    UnexpectedMapper unexpected = new UnexpectedMapper();
    JerseyEnvironment jersey = environment.jersey();
    jersey.register(new CrossOrigin(settings.origins()));
    jersey.register(new ApiPaths(ROOTS));
    jersey.register(
        new ParametersReader(
            ApiJson.bodyReader(mapper), Math.toIntExact(settings.maxBody().toBytes())));
    jersey.register(ParametersFactory.binder());
    jersey.register(new PrettyPrint());
    jersey.register(new AuthDynamicFeature(CallerFilters.chain(domain.users())));
    jersey.register(new AuthValueFactoryProvider.Binder<>(Caller.class));
    jersey.register(new FailureMapper());
    jersey.register(new HistoryUnavailableMapper());
    jersey.register(new WebExceptionMapper(unexpected));
    jersey.register(unexpected);
  }
}
