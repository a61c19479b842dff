package org.kitstream.api.surface.oauth;

import com.nimbusds.oauth2.sdk.ErrorObject;
import com.nimbusds.oauth2.sdk.TokenErrorResponse;
import com.nimbusds.oauth2.sdk.http.HTTPRequest;
import com.nimbusds.oauth2.sdk.http.HTTPResponse;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.Optional;
import org.kitstream.api.oauth.IssuedTokens;
import org.kitstream.api.oauth.Tokens;

/** {@code /oauth/token}, {@code /oauth/revoke} and {@code /oauth/introspect}. */
@Path("/oauth")
public final class TokenResource {

  private final Tokens tokens;
  private final IssuedTokens issued;

  public TokenResource(Tokens tokens, IssuedTokens issued) {
    this.tokens = tokens;
    this.issued = issued;
  }

  @POST
  @Path("token")
  public Response token(@Context UriInfo uri, @Context HttpHeaders headers, String body) {
    return OauthHttp.response(
        tokens.answer(OauthHttp.request(uri, headers, body)).toHTTPResponse());
  }

  @POST
  @Path("introspect")
  public Response introspect(@Context UriInfo uri, @Context HttpHeaders headers, String body) {
    return OauthHttp.response(
        issued.introspect(OauthHttp.request(uri, headers, body)).toHTTPResponse());
  }

  @POST
  @Path("revoke")
  public Response revoke(@Context UriInfo uri, @Context HttpHeaders headers, String body) {
    HTTPRequest request = OauthHttp.request(uri, headers, body);
    Optional<ErrorObject> error = issued.revoke(request);
    return OauthHttp.response(
        error
            .map(wrong -> new TokenErrorResponse(wrong).toHTTPResponse())
            .orElseGet(() -> new HTTPResponse(HTTPResponse.SC_OK)));
  }
}
