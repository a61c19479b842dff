package org.kitstream.api.surface.v0;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.kitstream.api.oauth.Application;

/** An application of the viewer's. */
record ApplicationJson(
    long id,
    String name,
    String uid,
    @Nullable String secret,
    String redirectUri,
    String scopes,
    boolean confidential,
    Instant createdAt,
    Instant updatedAt) {

  static ApplicationJson of(Application application, @Nullable String secret) {
    return new ApplicationJson(
        application.id(),
        application.name(),
        application.uid(),
        secret,
        application.redirectUri(),
        application.scopes(),
        application.confidential(),
        application.createdAt(),
        application.updatedAt());
  }
}
