package org.kitstream.api.surface.http;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.ObjectWriter;
import com.fasterxml.jackson.jakarta.rs.cfg.EndpointConfigBase;
import com.fasterxml.jackson.jakarta.rs.cfg.ObjectWriterInjector;
import com.fasterxml.jackson.jakarta.rs.cfg.ObjectWriterModifier;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ContainerResponseFilter;
import jakarta.ws.rs.core.MultivaluedMap;

/** Indents the answer when {@code pretty} is asked for. */
public final class PrettyPrint implements ContainerResponseFilter {

  @Override
  public void filter(ContainerRequestContext request, ContainerResponseContext response) {
    if (response.hasEntity()
        && request.getProperty(ParametersReader.PROPERTY) instanceof Parameters parameters
        && parameters.flag("pretty", false)) {
      ObjectWriterInjector.set(new Indentation());
    }
  }

  /** Used for one answer. */
  private static final class Indentation extends ObjectWriterModifier {
    @Override
    public ObjectWriter modify(
        EndpointConfigBase<?> endpoint,
        MultivaluedMap<String, Object> headers,
        Object value,
        ObjectWriter writer,
        JsonGenerator generator) {
      generator.useDefaultPrettyPrinter();
      return writer;
    }
  }
}
