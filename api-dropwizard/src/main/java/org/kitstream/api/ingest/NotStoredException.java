package org.kitstream.api.ingest;

/** A reading that the platform cannot vouch for: whoever sent it has to send it again. */
public final class NotStoredException extends Exception {

  NotStoredException() {
    super("The reading could not be stored", null, false, false);
  }
}
