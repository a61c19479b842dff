package org.kitstream.api.surface.oauth;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.UriInfo;
import java.util.List;
import org.kitstream.api.surface.http.Gives;

/** {@code /.well-known/oauth-authorization-server}: what the OAuth server can do (RFC 8414). */
@Path("/.well-known/oauth-authorization-server")
@Produces("application/json; charset=utf-8")
public final class MetadataResource {

  private static final List<String> SECRETS = List.of("client_secret_basic", "client_secret_post");

  /** The members of the standard, by their own names. */
  record Metadata(
      String issuer,
      String authorizationEndpoint,
      String tokenEndpoint,
      String revocationEndpoint,
      String introspectionEndpoint,
      List<String> responseTypesSupported,
      List<String> responseModesSupported,
      List<String> grantTypesSupported,
      List<String> codeChallengeMethodsSupported,
      List<String> tokenEndpointAuthMethodsSupported,
      List<String> revocationEndpointAuthMethodsSupported,
      List<String> introspectionEndpointAuthMethodsSupported) {}

  @GET
  @Gives(MetadataResource.Metadata.class)
  public Object metadata(@Context UriInfo uri) {
    String base = uri.getBaseUri().resolve("/").toString().replaceAll("/$", "");
    List<String> anyone = List.of("client_secret_basic", "client_secret_post", "none");
    return new Metadata(
        base,
        base + "/oauth/authorize",
        base + "/oauth/token",
        base + "/oauth/revoke",
        base + "/oauth/introspect",
        List.of("code"),
        List.of("query"),
        List.of("authorization_code", "client_credentials", "refresh_token"),
        List.of("S256"),
        anyone,
        anyone,
        SECRETS);
  }
}
