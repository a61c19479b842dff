package org.kitstream.contract.payload;

/** The contract's first step for every payload: bytes outside ASCII are removed. */
final class AsciiText {

  private AsciiText() {}

  /** The ASCII bytes alone; the same array when there is nothing to remove. */
  static byte[] reduce(byte[] payload) {
    int kept = 0;
    for (byte b : payload) {
      kept += b >= 0 ? 1 : 0;
    }
    if (kept == payload.length) {
      return payload;
    }
    byte[] ascii = new byte[kept];
    int next = 0;
    for (byte b : payload) {
      if (b >= 0) {
        ascii[next++] = b;
      }
    }
    return ascii;
  }
}
