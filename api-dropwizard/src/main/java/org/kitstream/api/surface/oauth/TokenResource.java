package org.kitstream.api.surface.oauth;

import com.nimbusds.oauth2.sdk.ErrorObject;
import com.nimbusds.oauth2.sdk.TokenErrorResponse;
import com.nimbusds.oauth2.sdk.http.HTTPRequest;
import com.nimbusds.oauth2.sdk.http.HTTPResponse;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.Optional;
import org.kitstream.api.oauth.IssuedTokens;
import org.kitstream.api.oauth.Tokens;
import org.kitstream.api.surface.http.Gives;
import org.kitstream.api.surface.http.Refuses;
import org.kitstream.api.surface.http.Takes;
import org.kitstream.api.surface.http.TakesAllOf;

/** {@code /oauth/token}, {@code /oauth/revoke} and {@code /oauth/introspect}. */
@Path("/oauth")
@Produces("application/json; charset=utf-8")
public final class TokenResource {

  private final Tokens tokens;
  private final IssuedTokens issued;

  public TokenResource(Tokens tokens, IssuedTokens issued) {
    this.tokens = tokens;
    this.issued = issued;
  }

  @POST
  @Path("token")
  @Gives(OauthJson.Issued.class)
  @TakesAllOf(ClientParameters.class)
  @Takes(
      value = "grant_type",
      required = true,
      oneOf = {"authorization_code", "client_credentials", "refresh_token"},
      about = "What is given for the token.")
  @Takes(value = "code", about = "For authorization_code.")
  @Takes(value = "redirect_uri", about = "As it was when the code was asked for.")
  @Takes(value = "code_verifier", about = "What the challenge was made of.")
  @Takes(value = "refresh_token", about = "For refresh_token.")
  @Takes(value = "scope", about = "Apart by spaces.")
  @Refuses(status = 400, with = OauthJson.Refused.class)
  @Refuses(status = 401, with = OauthJson.Refused.class)
  public Response token(@Context UriInfo uri, @Context HttpHeaders headers, String body) {
    return OauthHttp.response(
        tokens.answer(OauthHttp.request(uri, headers, body)).toHTTPResponse());
  }

  @POST
  @Path("introspect")
  @Gives(OauthJson.Introspected.class)
  @TakesAllOf(ClientParameters.class)
  @Takes(value = "token", required = true, about = "An access or a refresh token.")
  @Takes(value = "token_type_hint", about = "Which of them; makes no difference.")
  @Refuses(status = 400, with = OauthJson.Refused.class)
  @Refuses(status = 401, with = OauthJson.Refused.class)
  public Response introspect(@Context UriInfo uri, @Context HttpHeaders headers, String body) {
    return OauthHttp.response(
        issued.introspect(OauthHttp.request(uri, headers, body)).toHTTPResponse());
  }

  @POST
  @Path("revoke")
  @Gives(Void.class)
  @TakesAllOf(ClientParameters.class)
  @Takes(value = "token", required = true, about = "An access or a refresh token.")
  @Takes(value = "token_type_hint", about = "Which of them; makes no difference.")
  @Refuses(status = 400, with = OauthJson.Refused.class)
  @Refuses(status = 401, with = OauthJson.Refused.class)
  public Response revoke(@Context UriInfo uri, @Context HttpHeaders headers, String body) {
    HTTPRequest request = OauthHttp.request(uri, headers, body);
    Optional<ErrorObject> error = issued.revoke(request);
    return OauthHttp.response(
        error
            .map(wrong -> new TokenErrorResponse(wrong).toHTTPResponse())
            .orElseGet(() -> new HTTPResponse(HTTPResponse.SC_OK)));
  }
}
