package org.kitstream.api.uploads;

/**
 * How far an upload has come.
 *
 * @param rows rows that are sent or refused
 * @param bytes bytes read for them
 * @param report JSON text
 */
public record Progress(long rows, long bytes, String report) {}
