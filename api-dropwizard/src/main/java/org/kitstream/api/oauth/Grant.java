package org.kitstream.api.oauth;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What an application was allowed.
 *
 * @param userId for whom it acts; null for nobody but itself
 * @param id joins all that came from one consent
 */
public record Grant(long applicationId, @Nullable Long userId, String scopes, UUID id) {}
