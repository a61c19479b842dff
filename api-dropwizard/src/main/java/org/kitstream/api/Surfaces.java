package org.kitstream.api;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.dropwizard.auth.AuthDynamicFeature;
import io.dropwizard.auth.AuthValueFactoryProvider;
import io.dropwizard.core.setup.Environment;
import io.dropwizard.jersey.setup.JerseyEnvironment;
import jakarta.ws.rs.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import org.kitstream.api.config.SurfaceSettings;
import org.kitstream.api.surface.http.ApiJson;
import org.kitstream.api.surface.http.ApiPaths;
import org.kitstream.api.surface.http.CachedJson;
import org.kitstream.api.surface.http.CallerFilters;
import org.kitstream.api.surface.http.CrossOrigin;
import org.kitstream.api.surface.http.FailureMapper;
import org.kitstream.api.surface.http.FormFiles;
import org.kitstream.api.surface.http.HistoryUnavailableMapper;
import org.kitstream.api.surface.http.Jsonp;
import org.kitstream.api.surface.http.Pagination;
import org.kitstream.api.surface.http.ParametersFactory;
import org.kitstream.api.surface.http.ParametersReader;
import org.kitstream.api.surface.http.PrettyPrint;
import org.kitstream.api.surface.http.PublicAddress;
import org.kitstream.api.surface.http.RateLimit;
import org.kitstream.api.surface.http.UnexpectedMapper;
import org.kitstream.api.surface.http.WebExceptionMapper;
import org.kitstream.api.surface.oauth.AuthorizeResource;
import org.kitstream.api.surface.oauth.MetadataResource;
import org.kitstream.api.surface.oauth.TokenResource;
import org.kitstream.api.surface.openapi.OpenApiResource;
import org.kitstream.api.surface.v0.ApplicationsResource;
import org.kitstream.api.surface.v0.DevicesResource;
import org.kitstream.api.surface.v0.ExperimentsResource;
import org.kitstream.api.surface.v0.ForwardResource;
import org.kitstream.api.surface.v0.InventoryResource;
import org.kitstream.api.surface.v0.KitErrorsResource;
import org.kitstream.api.surface.v0.KitsResource;
import org.kitstream.api.surface.v0.MeResource;
import org.kitstream.api.surface.v0.OnboardingResource;
import org.kitstream.api.surface.v0.PasswordResetsResource;
import org.kitstream.api.surface.v0.ProfilePictureResource;
import org.kitstream.api.surface.v0.ReadingsResource;
import org.kitstream.api.surface.v0.RootResource;
import org.kitstream.api.surface.v0.SearchResource;
import org.kitstream.api.surface.v0.SensorTagsResource;
import org.kitstream.api.surface.v0.SensorsResource;
import org.kitstream.api.surface.v0.TagsResource;
import org.kitstream.api.surface.v0.UserAnswers;
import org.kitstream.api.surface.v0.UsersResource;
import org.kitstream.api.surface.v0.WorldMapResource;
import org.kitstream.api.surface.v1.DevicesV1Resource;
import org.kitstream.api.users.Caller;

/** The public contracts, on top of the same services. */
final class Surfaces {

  /** First segments of paths that are not version 0 without its name. */
  private static final Set<String> ROOTS =
      Set.of("v0", "v1", "push", "health", "openapi", "docs", "oauth", ".well-known");

  private Surfaces() {}

  static void register(SurfaceSettings settings, Environment environment, Domain domain) {
    conventions(settings, environment, domain);
    Pagination pagination = new Pagination(settings.maxPerPage());
    JerseyEnvironment jersey = environment.jersey();
    people(jersey, domain, pagination);
    jersey.register(
        new DevicesResource(domain.devices(), domain.deviceReader(), pagination, domain.clock()));
    jersey.register(new DevicesV1Resource(domain.deviceReader(), pagination, domain.clock()));
    jersey.register(
        new WorldMapResource(
            domain.deviceMap(),
            new CachedJson.Maker(
                environment.getObjectMapper(), settings.mapPeriod().toJavaDuration()),
            domain.clock()));
    jersey.register(new ReadingsResource(domain.readings(), domain.deviceReader(), domain.clock()));
    catalogue(jersey, domain, pagination);
    jersey.register(new ExperimentsResource(domain.experiments(), pagination, domain.clock()));
    jersey.register(
        new OnboardingResource(domain.onboarding(), domain.deviceReader(), domain.clock()));
    jersey.register(new ForwardResource(domain.forwarding()));
    jersey.register(new KitErrorsResource(domain.kitReports(), pagination));
    jersey.register(new InventoryResource(domain.kitReports(), pagination));
    jersey.register(new RootResource(domain.overview().figures(), domain.clock()));
    jersey.register(new SearchResource(domain.overview().search(), pagination));
  }

  /** Describes all resources that are registered by now. */
  static void describe(Environment environment) {
    List<Class<?>> resources =
        environment.jersey().getResourceConfig().getClasses().stream()
            .filter(type -> type.isAnnotationPresent(Path.class))
            .sorted(Comparator.comparing(Class::getName))
            .toList();
    environment.jersey().register(OpenApiResource.describing(resources));
  }

  private static void catalogue(JerseyEnvironment jersey, Domain domain, Pagination pagination) {
    Catalogue catalogue = domain.catalogue();
    jersey.register(
        new KitsResource(domain.kits(), catalogue.kitEditor(), domain.components(), pagination));
    jersey.register(new SensorsResource(domain.sensors(), catalogue.editor(), pagination));
    jersey.register(new SensorTagsResource(catalogue.sensorTags(), pagination));
    jersey.register(new TagsResource(catalogue.tags(), pagination));
  }

  private static void people(JerseyEnvironment jersey, Domain domain, Pagination pagination) {
    Identity identity = domain.identity();
    UserAnswers answers = new UserAnswers(identity.users(), domain.deviceReader(), domain.clock());
    UsersResource.Services services =
        new UsersResource.Services(
            identity.users(),
            identity.userList(),
            identity.accounts(),
            identity.closure(),
            identity.pictures());
    jersey.register(new UsersResource(services, answers, pagination));
    jersey.register(new MeResource(services, answers));
    jersey.register(new ProfilePictureResource(identity.users(), identity.pictures()));
    jersey.register(new PasswordResetsResource(identity.passwordResets(), answers));
    jersey.register(new ApplicationsResource(identity.oauth().applications()));
    oauth(jersey, identity);
  }

  private static void oauth(JerseyEnvironment jersey, Identity identity) {
    Oauth oauth = identity.oauth();
    jersey.register(new AuthorizeResource(oauth.authorizations(), identity.users(), oauth.guard()));
    jersey.register(new TokenResource(oauth.tokens(), oauth.issued()));
    jersey.register(new MetadataResource());
  }

  private static void conventions(
      SurfaceSettings settings, Environment environment, Domain domain) {
    ObjectMapper mapper = environment.getObjectMapper();
    ApiJson.configure(mapper);
    PublicAddress.configure(mapper, settings.publicUrl());
    UnexpectedMapper unexpected = new UnexpectedMapper();
    JerseyEnvironment jersey = environment.jersey();
    jersey.register(RateLimit.binder(settings.requestsPerMinute()));
    jersey.register(RateLimit.class);
    jersey.register(new CrossOrigin(settings.origins()));
    jersey.register(new ApiPaths(ROOTS));
    int maxBody = Math.toIntExact(settings.maxBody().toBytes());
    jersey.register(new ParametersReader(ApiJson.bodyReader(mapper), maxBody));
    jersey.register(new FormFiles(maxBody));
    jersey.register(ParametersFactory.binder());
    jersey.register(new PrettyPrint());
    jersey.register(new Jsonp());
    jersey.register(new AuthDynamicFeature(CallerFilters.chain(domain.identity().users())));
    jersey.register(new AuthValueFactoryProvider.Binder<>(Caller.class));
    jersey.register(new FailureMapper());
    jersey.register(new HistoryUnavailableMapper());
    jersey.register(new WebExceptionMapper(unexpected));
    jersey.register(unexpected);
  }
}
