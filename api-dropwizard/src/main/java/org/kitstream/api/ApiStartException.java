package org.kitstream.api;

/** The api could not be started: a setting is wrong, or a part that it needs does not answer. */
public final class ApiStartException extends RuntimeException {

  ApiStartException(Exception cause) {
    super("the api could not be started: " + cause.getMessage(), cause);
  }
}
