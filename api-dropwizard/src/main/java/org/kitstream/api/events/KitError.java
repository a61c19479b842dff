package org.kitstream.api.events;

import java.time.Instant;

/**
 * What a kit reported as gone wrong with it.
 *
 * @param message as the kit put it, cut to {@value #LONGEST} characters
 * @param createdAt when the platform received it
 */
public record KitError(long id, long deviceId, String message, Instant createdAt) {

  /** Characters that are kept of a message. */
  static final int LONGEST = 2_000;

  /** Errors that are kept of a device. */
  static final int MOST = 1_000;
}
