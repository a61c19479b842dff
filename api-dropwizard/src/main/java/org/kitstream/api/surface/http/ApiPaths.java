package org.kitstream.api.surface.http;

import jakarta.annotation.Priority;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.PreMatching;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.net.URI;
import java.util.Set;

/**
 * Accepts the other spellings of a path: a trailing slash, the suffix {@code .json}, and no
 * version, which means version 0. The URI as it was asked for stays known to {@link #askedUri}.
 * What a client says it accepts does not matter: there is one answer, and old clients name odd
 * types.
 */
@PreMatching
@Priority(ApiPaths.PRIORITY)
public final class ApiPaths implements ContainerRequestFilter {

  static final int PRIORITY = 100;

  private static final String ASKED_URI = "org.kitstream.asked-uri";
  private static final String JSON_SUFFIX = ".json";

  private final Set<String> otherRoots;

  /**
   * @param otherRoots first segments of paths that do not belong to version 0
   */
  public ApiPaths(Set<String> otherRoots) {
    this.otherRoots = otherRoots;
  }

  @Override
  public void filter(ContainerRequestContext request) {
    URI asked = request.getUriInfo().getRequestUri();
    request.setProperty(ASKED_URI, asked);
    String path = canonical(request.getUriInfo().getPath(false));
    request.getHeaders().putSingle(HttpHeaders.ACCEPT, MediaType.WILDCARD);
    request.setRequestUri(request.getUriInfo().getRequestUriBuilder().replacePath(path).build());
  }

  /** The URI of the request before it was put into its usual form. */
  static URI askedUri(ContainerRequestContext request) {
    return request.getProperty(ASKED_URI) instanceof URI asked
        ? asked
        : request.getUriInfo().getRequestUri();
  }

  String canonical(String encodedPath) {
    String path = encodedPath;
    while (path.startsWith("/")) {
      path = path.substring(1);
    }
    while (path.endsWith("/")) {
      path = path.substring(0, path.length() - 1);
    }
    if (path.endsWith(JSON_SUFFIX)) {
      path = path.substring(0, path.length() - JSON_SUFFIX.length());
    }
    String root = path.substring(0, Math.max(path.indexOf('/'), 0));
    boolean versioned = otherRoots.contains(root.isEmpty() ? path : root);
    return versioned ? "/" + path : "/v0/" + path;
  }
}
