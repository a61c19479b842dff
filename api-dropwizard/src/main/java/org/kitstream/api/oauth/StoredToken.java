package org.kitstream.api.oauth;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What is stored of an access or refresh token.
 *
 * @param userId for whom it speaks; null for nobody but the application
 * @param active false once it has expired, was revoked, or its user has left
 */
public record StoredToken(
    long id,
    String kind,
    long applicationId,
    @Nullable Long userId,
    @Nullable String username,
    String scopes,
    UUID grantId,
    Instant createdAt,
    @Nullable Instant expiresAt,
    boolean active) {}
