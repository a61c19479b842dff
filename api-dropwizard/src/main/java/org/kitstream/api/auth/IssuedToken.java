package org.kitstream.api.auth;

/** What is stored of a token. */
@SuppressWarnings("ArrayRecordComponent") // read once, compared, dropped
public record IssuedToken(long id, int serial, byte[] tokenHash) {}
