package org.kitstream.api.surface.oauth;

import com.nimbusds.oauth2.sdk.ParseException;
import com.nimbusds.oauth2.sdk.http.HTTPRequest;
import com.nimbusds.oauth2.sdk.http.HTTPResponse;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;

/** Requests and answers as the OAuth library knows them. */
final class OauthHttp {

  private static final int UNAUTHORIZED = 401;

  /** No value has it, and PostgreSQL cannot store it. */
  static final String NUL = "%00";

  private OauthHttp() {}

  /**
   * A content type that cannot be read is left out, as is a body that nobody can mean, and the
   * library refuses its absence.
   */
  static HTTPRequest request(UriInfo uri, HttpHeaders headers, String body) {
    HTTPRequest request = new HTTPRequest(HTTPRequest.Method.POST, uri.getAbsolutePath());
    String authorization = headers.getHeaderString(HttpHeaders.AUTHORIZATION);
    if (authorization != null) {
      request.setAuthorization(authorization);
    }
    try {
      request.setContentType(headers.getHeaderString(HttpHeaders.CONTENT_TYPE));
    } catch (ParseException e) {
      return request;
    }
    if (!body.contains(NUL) && body.indexOf('\0') < 0) {
      request.setBody(body);
    }
    return request;
  }

  /** Never kept by anybody; a client that failed to prove itself is told how it can. */
  static Response response(HTTPResponse answer) {
    Response.ResponseBuilder response =
        Response.status(answer.getStatusCode())
            .entity(answer.getBody())
            .type("application/json; charset=utf-8")
            .header(HttpHeaders.CACHE_CONTROL, "no-store")
            .header("Pragma", "no-cache");
    return answer.getStatusCode() == UNAUTHORIZED
        ? response.header(HttpHeaders.WWW_AUTHENTICATE, "Basic realm=\"OAuth\"").build()
        : response.build();
  }
}
