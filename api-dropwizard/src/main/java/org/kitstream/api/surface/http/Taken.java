package org.kitstream.api.surface.http;

/**
 * The answer to readings.
 *
 * @param id {@code ok}, or {@code bad} when nothing was taken
 */
public record Taken(String id, String message, String url, String errors) {

  /** They are on their way. */
  public static final Taken OK = new Taken("ok", "Data successfully sent to queue", "", "");

  /** They say no time. */
  public static final Taken NO_TIME = new Taken("bad", "Timestamp cannot be empty!", "", "");
}
