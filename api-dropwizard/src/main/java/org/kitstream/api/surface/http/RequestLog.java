package org.kitstream.api.surface.http;

import jakarta.annotation.Priority;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ContainerResponseFilter;
import jakarta.ws.rs.container.PreMatching;
import java.util.concurrent.TimeUnit;
import org.glassfish.jersey.server.ExtendedUriInfo;
import org.glassfish.jersey.uri.UriTemplate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Logs what was asked and how it ended, for those who switch it on: the route as it is declared,
 * never the path, the query or a header, for each of these can hold a secret.
 */
@PreMatching
@Priority(RequestLog.PRIORITY)
public final class RequestLog implements ContainerRequestFilter, ContainerResponseFilter {

  static final int PRIORITY = 10;

  private static final Logger LOGGER = LoggerFactory.getLogger(RequestLog.class);
  private static final String STARTED = "org.kitstream.started";

  @Override
  public void filter(ContainerRequestContext request) {
    request.setProperty(STARTED, System.nanoTime());
  }

  @Override
  public void filter(ContainerRequestContext request, ContainerResponseContext response) {
    LOGGER
        .atInfo()
        .addKeyValue("method", request.getMethod())
        .addKeyValue("route", route(request))
        .addKeyValue("status", response.getStatus())
        .addKeyValue("millis", millis(request))
        .log("A request was answered");
  }

  private static String route(ContainerRequestContext request) {
    StringBuilder route = new StringBuilder();
    for (UriTemplate part : ((ExtendedUriInfo) request.getUriInfo()).getMatchedTemplates()) {
      route.insert(0, part.getTemplate());
    }
    return route.isEmpty() ? "none" : route.toString();
  }

  private static long millis(ContainerRequestContext request) {
    return request.getProperty(STARTED) instanceof Long started
        ? TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - started)
        : 0;
  }
}
