package org.kitstream.api.surface.http;

import jakarta.annotation.Priority;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ContainerResponseFilter;
import jakarta.ws.rs.container.PreMatching;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Lets pages of other origins use the api, and answers their preflight requests on any path. */
@PreMatching
@Priority(CrossOrigin.PRIORITY)
public final class CrossOrigin implements ContainerRequestFilter, ContainerResponseFilter {

  static final int PRIORITY = 50;

  private static final String METHODS = "GET, POST, PUT, PATCH, DELETE, OPTIONS";
  private static final String HEADERS =
      "Authorization,OnboardingSession,DNT,X-CustomHeader,Keep-Alive,User-Agent,X-Requested-With,"
          + "If-Modified-Since,Cache-Control,Content-Type";
  private static final long MAX_AGE_SECONDS = 2_592_000;

  private final Set<String> trustedOrigins;

  /**
   * @param trustedOrigins origins that are named back, so that their pages may send credentials
   */
  public CrossOrigin(Set<String> trustedOrigins) {
    this.trustedOrigins = trustedOrigins;
  }

  @Override
  public void filter(ContainerRequestContext request) {
    if (HttpMethod.OPTIONS.equals(request.getMethod())) {
      request.abortWith(
          Response.noContent().header("Access-Control-Max-Age", MAX_AGE_SECONDS).build());
    }
  }

  @Override
  public void filter(ContainerRequestContext request, ContainerResponseContext response) {
    MultivaluedMap<String, Object> headers = response.getHeaders();
    headers.putSingle(
        "Access-Control-Allow-Origin", allowedOrigin(request.getHeaderString("Origin")));
    headers.putSingle("Access-Control-Allow-Credentials", "true");
    headers.putSingle("Access-Control-Allow-Methods", METHODS);
    headers.putSingle("Access-Control-Allow-Headers", HEADERS);
    headers.putSingle("Access-Control-Expose-Headers", "Link, Total, Per-Page");
    if (!trustedOrigins.isEmpty()) {
      headers.add("Vary", "Origin");
    }
  }

  private String allowedOrigin(@Nullable String origin) {
    return origin != null && trustedOrigins.contains(origin) ? origin : "*";
  }
}
