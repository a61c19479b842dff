package org.kitstream.api.surface.http;

import jakarta.inject.Inject;
import jakarta.ws.rs.container.ContainerRequestContext;
import java.util.Objects;
import java.util.function.Supplier;
import org.glassfish.jersey.internal.inject.AbstractBinder;
import org.glassfish.jersey.process.internal.RequestScoped;

/** Gives resource methods their {@code @Context Parameters}. */
public final class ParametersFactory implements Supplier<Parameters> {

  private final ContainerRequestContext request;

  @Inject
  ParametersFactory(ContainerRequestContext request) {
    this.request = request;
  }

  @Override
  public Parameters get() {
    return (Parameters)
        Objects.requireNonNull(
            request.getProperty(ParametersReader.PROPERTY), "no parameters read");
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
