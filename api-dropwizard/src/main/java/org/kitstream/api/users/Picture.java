package org.kitstream.api.users;

/**
 * How somebody looks.
 *
 * @param type its media type
 * @param sha256 of the bytes, in hexadecimal
 */
@SuppressWarnings("ArrayRecordComponent") // read from one row, handed to one answer
public record Picture(String type, byte[] bytes, String sha256) {}
