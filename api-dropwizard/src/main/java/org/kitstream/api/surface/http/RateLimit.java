package org.kitstream.api.surface.http;

import jakarta.annotation.Priority;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ContainerResponseFilter;
import jakarta.ws.rs.container.PreMatching;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.glassfish.jersey.internal.inject.AbstractBinder;
import org.kitstream.api.users.Caller;
import org.kitstream.api.users.Role;

/**
 * Refuses clients that ask too often, before anything else is done for them. A client is an
 * address. One from which a researcher or an admin asked is not counted for a while, beginning with
 * its next request.
 */
@PreMatching
@Priority(RateLimit.PRIORITY)
public final class RateLimit implements ContainerRequestFilter, ContainerResponseFilter {

  static final int PRIORITY = 10;

  private static final int TOO_MANY_REQUESTS = 429;
  private static final int RETRY_AFTER_SECONDS = 60;

  private final ClientAllowance allowance;
  private final HttpServletRequest connection;

  /**
   * @param connection stands for the request that is being served
   */
  @Inject
  RateLimit(ClientAllowance allowance, @Context HttpServletRequest connection) {
    this.allowance = allowance;
    this.connection = connection;
  }

  /**
   * What Jersey has to know, besides this class.
   *
   * @param perMinute requests of one client; 0: without limit
   */
  public static AbstractBinder binder(int perMinute) {
    return new AbstractBinder() {
      @Override
      protected void configure() {
        bind(new ClientAllowance(perMinute)).to(ClientAllowance.class);
      }
    };
  }

  @Override
  public void filter(ContainerRequestContext request) {
    if (!allowance.take(connection.getRemoteAddr())) {
      request.abortWith(
          Response.status(TOO_MANY_REQUESTS)
              .entity("Retry later\n")
              .type(MediaType.TEXT_PLAIN_TYPE)
              .header(HttpHeaders.RETRY_AFTER, RETRY_AFTER_SECONDS)
              .build());
    }
  }

  @Override
  public void filter(ContainerRequestContext request, ContainerResponseContext response) {
    if (request.getSecurityContext().getUserPrincipal() instanceof Caller caller
        && caller.hasRole(Role.RESEARCHER)) {
      allowance.exempt(connection.getRemoteAddr());
    }
  }
}
