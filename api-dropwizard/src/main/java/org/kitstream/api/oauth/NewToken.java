package org.kitstream.api.oauth;

/**
 * All of a token to be issued but the token.
 *
 * @param lifetimeSeconds 0 for one without end
 */
public record NewToken(String kind, Grant grant, long lifetimeSeconds) {}
