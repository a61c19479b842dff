package org.kitstream.ops.load;

/**
 * One publish.
 *
 * @param topic UTF-8
 * @param tag whatever the script knows it by
 */
@SuppressWarnings("ArrayRecordComponent") // written to sockets as they are; never compared
public record Message(byte[] topic, byte[] payload, long tag) {}
