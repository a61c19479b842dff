package org.kitstream.contract.reading;

import java.util.Arrays;

/** The doors through which readings come in. */
public enum Via {
  MQTT("mqtt"),
  HTTP("http"),
  UPLOAD("upload"),
  ADD("add");

  private final String wireName;

  Via(String wireName) {
    this.wireName = wireName;
  }

  /** The name in headers and messages. */
  public String wireName() {
    return wireName;
  }

  /**
   * The door of that name.
   *
   * @throws IllegalArgumentException if no door is called so
   */
  public static Via ofWireName(String name) {
    return Arrays.stream(values())
        .filter(via -> via.wireName.equals(name))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("unknown door: " + name));
  }
}
