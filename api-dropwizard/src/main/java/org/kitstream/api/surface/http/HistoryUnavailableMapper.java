package org.kitstream.api.surface.http;

import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import org.kitstream.api.history.HistoryUnavailableException;

/** The answer while history cannot be read: clients try again on 503. */
public final class HistoryUnavailableMapper
    implements ExceptionMapper<HistoryUnavailableException> {

  private static final int UNAVAILABLE = 503;
  private static final int RETRY_AFTER_SECONDS = 2;

  @Override
  public Response toResponse(HistoryUnavailableException exception) {
    return ErrorBody.of("service_unavailable", "History cannot be read at the moment")
        .response(UNAVAILABLE)
        .header(HttpHeaders.RETRY_AFTER, RETRY_AFTER_SECONDS)
        .build();
  }
}
