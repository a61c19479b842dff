package org.kitstream.api.history;

import org.jspecify.annotations.Nullable;

/** History could not be read, or not to the end. The same query may succeed later. */
public final class HistoryUnavailableException extends RuntimeException {

  HistoryUnavailableException(String message, @Nullable Throwable cause) {
    super(message, cause);
  }
}
