package org.kitstream.api.surface.http;

import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The answer to everything that should not happen. The cause goes to the log under an id, and only
 * the id to the caller.
 */
public final class UnexpectedMapper implements ExceptionMapper<Throwable> {

  private static final Logger LOGGER = LoggerFactory.getLogger(UnexpectedMapper.class);
  private static final int INTERNAL_SERVER_ERROR = 500;

  @Override
  public Response toResponse(Throwable exception) {
    String instance = UUID.randomUUID().toString();
    LOGGER.atError().setCause(exception).addKeyValue("instance", instance).log("A request failed");
    return ErrorBody.INTERNAL
        .response(INTERNAL_SERVER_ERROR)
        .header("Error-Instance", instance)
        .build();
  }
}
