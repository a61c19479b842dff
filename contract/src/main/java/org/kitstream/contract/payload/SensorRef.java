package org.kitstream.contract.payload;

/** How a payload names a sensor: by its id, or by the short key that it has on the device. */
public sealed interface SensorRef {

  /** By number; text of digits alone counts as one. */
  record ById(int id) implements SensorRef {}

  /** By short name, such as {@code noise_dba}. */
  record ByKey(String key) implements SensorRef {}

  /** The name as it stood in the payload. */
  default String text() {
    return this instanceof ById byId ? Integer.toString(byId.id()) : ((ByKey) this).key();
  }

  /** A name from a payload: digits alone are an id, anything else is a key. */
  static SensorRef of(String text) {
    boolean digits =
        !text.isEmpty() && text.length() <= 9 && text.chars().allMatch(c -> c >= '0' && c <= '9');
    return digits ? new ById(Integer.parseInt(text)) : new ByKey(text);
  }
}
