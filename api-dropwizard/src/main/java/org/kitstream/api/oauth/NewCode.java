package org.kitstream.api.oauth;

import org.jspecify.annotations.Nullable;

/** All of an authorization code to be issued but the code. */
public record NewCode(
    long applicationId,
    long userId,
    String redirectUri,
    boolean uriWasGiven,
    String scopes,
    @Nullable String challenge) {}
