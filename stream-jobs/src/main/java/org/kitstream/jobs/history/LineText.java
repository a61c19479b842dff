package org.kitstream.jobs.history;

import java.util.Arrays;

/** Text of a line in the making: ASCII bytes in one array that grows and is used again. */
final class LineText {

  private static final int LONGEST_NUMBER = 32;

  private byte[] bytes = new byte[1024];
  private int length;

  LineText clear() {
    length = 0;
    return this;
  }

  LineText append(byte[] ascii) {
    reserve(ascii.length);
    System.arraycopy(ascii, 0, bytes, length, ascii.length);
    length += ascii.length;
    return this;
  }

  LineText append(char ascii) {
    reserve(1);
    bytes[length++] = (byte) ascii;
    return this;
  }

  LineText append(long number) {
    reserve(LONGEST_NUMBER);
    length = DecimalText.write(number, bytes, length);
    return this;
  }

  /** Appends a finite number so that reading it gives the same double. */
  LineText append(double number) {
    reserve(LONGEST_NUMBER);
    length = DecimalText.write(number, bytes, length);
    return this;
  }

  byte[] toBytes() {
    return Arrays.copyOf(bytes, length);
  }

  private void reserve(int more) {
    if (length + more > bytes.length) {
      bytes = Arrays.copyOf(bytes, Math.max(bytes.length * 2, length + more));
    }
  }
}
