package org.kitstream.api.surface.v0;

/** The answer when there is nothing more to say. */
record Done(String message) {
  static final Done OK = new Done("OK");
}
