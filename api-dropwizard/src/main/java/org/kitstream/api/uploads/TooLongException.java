package org.kitstream.api.uploads;

import java.io.IOException;

/** More bytes came than may. */
final class TooLongException extends IOException {
  TooLongException(long bound) {
    super("longer than " + bound + " bytes");
  }
}
