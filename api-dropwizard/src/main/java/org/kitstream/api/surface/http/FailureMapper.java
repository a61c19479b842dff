package org.kitstream.api.surface.http;

import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import org.kitstream.api.failure.Failure;

/** The answer to a request that the domain refused. */
public final class FailureMapper implements ExceptionMapper<Failure> {

  private static final int BAD_REQUEST = 400;
  private static final int UNAUTHORIZED = 401;
  private static final int FORBIDDEN = 403;
  private static final int NOT_FOUND = 404;
  private static final int TOO_LARGE = 413;
  private static final int UNPROCESSABLE = 422;
  private static final int TOO_MANY_REQUESTS = 429;
  private static final int UNAVAILABLE = 503;
  private static final int RETRY_AFTER_SECONDS = 2;
  private static final String CHALLENGE =
      "Basic realm=\"Application\", Token realm=\"Application\"";

  @Override
  public Response toResponse(Failure failure) {
    String message = String.valueOf(failure.getMessage());
    if (failure instanceof Failure.Invalid invalid) {
      return new ErrorBody("unprocessable_entity", message, invalid.errors(), null, null)
          .response(UNPROCESSABLE)
          .build();
    }
    if (failure instanceof Failure.Unprocessable unprocessable) {
      return new ErrorBody("unprocessable_entity", message, unprocessable.reason(), null, null)
          .response(UNPROCESSABLE)
          .build();
    }
    if (failure instanceof Failure.WrongPassword) {
      return ErrorBody.of("unauthorized", message)
          .response(UNAUTHORIZED)
          .header(HttpHeaders.WWW_AUTHENTICATE, CHALLENGE)
          .build();
    }
    if (failure instanceof Failure.Unauthorized) {
      return ErrorBody.of("unauthorized", message).response(UNAUTHORIZED).build();
    }
    if (failure instanceof Failure.Forbidden) {
      return ErrorBody.of("forbidden", message).response(FORBIDDEN).build();
    }
    if (failure instanceof Failure.NotFound) {
      return ErrorBody.of("record_not_found", message).response(NOT_FOUND).build();
    }
    if (failure instanceof Failure.ParameterMissing) {
      return ErrorBody.of("parameter_missing", message).response(BAD_REQUEST).build();
    }
    if (failure instanceof Failure.BodyTooLarge) {
      return ErrorBody.of("payload_too_large", message).response(TOO_LARGE).build();
    }
    if (failure instanceof Failure.TooOften) {
      return later(ErrorBody.of("too_many_requests", message).response(TOO_MANY_REQUESTS));
    }
    if (failure instanceof Failure.Unavailable) {
      return later(ErrorBody.of("service_unavailable", message).response(UNAVAILABLE));
    }
    return new ErrorBody("bad_request", message, null, null, BAD_REQUEST)
        .response(BAD_REQUEST)
        .build();
  }

  private static Response later(Response.ResponseBuilder answer) {
    return answer.header(HttpHeaders.RETRY_AFTER, RETRY_AFTER_SECONDS).build();
  }
}
