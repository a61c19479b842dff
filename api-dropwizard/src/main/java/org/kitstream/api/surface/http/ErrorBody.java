package org.kitstream.api.surface.http;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What every error answers with.
 *
 * @param id the kind of error, for programs
 * @param errors messages by field; null unless values were wrong
 * @param url where to read on
 * @param status the HTTP status once more, only where old clients look for it; else absent
 */
public record ErrorBody(
    String id,
    String message,
    @AnyOf({Map.class, String.class}) @Nullable Object errors,
    @Nullable String url,
    @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Integer status) {

  private static final MediaType JSON = MediaType.APPLICATION_JSON_TYPE.withCharset("utf-8");

  /** What went wrong is nobody's business but ours. */
  static final ErrorBody INTERNAL = of("internal_server_error", "Internal Server Error");

  static ErrorBody of(String id, String message) {
    return new ErrorBody(id, message, null, null, null);
  }

  Response.ResponseBuilder response(int status) {
    return Response.status(status).entity(this).type(JSON);
  }
}
