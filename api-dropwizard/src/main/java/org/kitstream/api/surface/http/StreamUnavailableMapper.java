package org.kitstream.api.surface.http;

import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import org.kitstream.api.raw.StreamUnavailableException;

/** The answer while Kafka takes nothing. */
public final class StreamUnavailableMapper implements ExceptionMapper<StreamUnavailableException> {

  private static final int UNAVAILABLE = 503;
  private static final int RETRY_AFTER_SECONDS = 5;

  @Override
  public Response toResponse(StreamUnavailableException exception) {
    return ErrorBody.of("service_unavailable", "Readings cannot be taken at the moment")
        .response(UNAVAILABLE)
        .header(HttpHeaders.RETRY_AFTER, RETRY_AFTER_SECONDS)
        .build();
  }
}
