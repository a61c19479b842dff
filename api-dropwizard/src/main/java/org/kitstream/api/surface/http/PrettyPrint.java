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
import java.lang.annotation.Annotation;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.util.Arrays;
import org.kitstream.api.failure.Failure;

/** Indents the answer when {@code pretty} is asked for, or the method always does. */
@Takes(value = "pretty", as = Kind.FLAG, about = "Whether to indent the answer.")
public final class PrettyPrint implements ContainerResponseFilter {

  /** On a resource method: its answers are meant to be read by people. */
  @Retention(RetentionPolicy.RUNTIME)
  @Target(ElementType.METHOD)
  public @interface Always {}

  @Override
  public void filter(ContainerRequestContext request, ContainerResponseContext response) {
    if (response.hasEntity() && (isAskedFor(request) || isUsual(response.getEntityAnnotations()))) {
      ObjectWriterInjector.set(new Indentation());
    }
  }

  static boolean isAskedFor(ContainerRequestContext request) {
    try {
      return ParametersReader.given(request, PrettyPrint.class).flag("pretty", false);
    } catch (Failure e) {
      return false; // a refusal here would keep the answer, which may be one itself, from leaving
    }
  }

  private static boolean isUsual(Annotation[] annotations) {
    return Arrays.stream(annotations).anyMatch(Always.class::isInstance);
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
