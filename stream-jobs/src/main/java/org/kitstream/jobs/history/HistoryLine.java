package org.kitstream.jobs.history;

/**
 * One line of InfluxDB's line protocol, without the newline.
 *
 * @param messageId what the line was made of, for the case that it is refused
 * @param text ASCII bytes; never changed once the line is made
 */
@SuppressWarnings("ArrayRecordComponent") // one line, one owner; a copy per hop would cost more
public record HistoryLine(long deviceId, String messageId, byte[] text) {}
