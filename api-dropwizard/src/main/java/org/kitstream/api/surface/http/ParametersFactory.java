package org.kitstream.api.surface.http;

import jakarta.inject.Inject;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ResourceInfo;
import java.util.function.Supplier;
import org.glassfish.jersey.internal.inject.AbstractBinder;
import org.glassfish.jersey.process.internal.RequestScoped;

/** Gives resource methods their {@code @Context Parameters}: those that they declare. */
public final class ParametersFactory implements Supplier<Parameters> {

  private final ContainerRequestContext request;
  private final ResourceInfo matched;

  @Inject
  ParametersFactory(ContainerRequestContext request, ResourceInfo matched) {
    this.request = request;
    this.matched = matched;
  }

  @Override
  public Parameters get() {
    return ParametersReader.given(request, matched.getResourceMethod());
  }

  /** What Jersey has to know. */
  public static AbstractBinder binder() {
    return new AbstractBinder() {
      @Override
      protected void configure() {
        bindFactory(ParametersFactory.class).to(Parameters.class).in(RequestScoped.class);
      }
    };
  }
}
