package org.kitstream.api.surface.http;

import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import java.util.Locale;

/** The answer to a request that Jersey refused: no such path, no such method, no such type. */
public final class WebExceptionMapper implements ExceptionMapper<WebApplicationException> {

  private static final int FIRST_SERVER_ERROR = 500;

  private final UnexpectedMapper unexpected;

  public WebExceptionMapper(UnexpectedMapper unexpected) {
    this.unexpected = unexpected;
  }

  @Override
  public Response toResponse(WebApplicationException exception) {
    Response refused = exception.getResponse();
    int status = refused.getStatus();
    if (exception instanceof NotFoundException) {
      return ErrorBody.of("not_found", "Endpoint not found").response(status).build();
    }
    if (status >= FIRST_SERVER_ERROR) {
      return unexpected.toResponse(exception);
    }
    String reason = refused.getStatusInfo().getReasonPhrase();
    String id = reason.toLowerCase(Locale.ROOT).replaceAll("[^a-z]+", "_");
    Response.ResponseBuilder answer = ErrorBody.of(id, reason).response(status);
    String allowed = refused.getHeaderString(HttpHeaders.ALLOW);
    return allowed == null ? answer.build() : answer.header(HttpHeaders.ALLOW, allowed).build();
  }
}
