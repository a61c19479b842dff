package org.kitstream.contract.device;

import java.util.Arrays;

/**
 * What a kit or the factory reports in {@code devices.events}; the record's header {@link #HEADER}
 * says which.
 */
public enum EventKind {
  /**
   * A kit is there; the payload is by convention {@code <token>:Hello} and means nothing. The
   * bridge also says it for a kit that publishes anything under a token that no device has yet.
   */
  HELLO("hello"),
  /** A JSON object on the kit's hardware. */
  INFO("info"),
  /** The report of a factory test; its record has an empty key. */
  INVENTORY("inventory"),
  /** What a kit reports as gone wrong with it; any text. */
  ERRORS("errors");

  /** The name of the record header that holds the {@link #wireName}, as UTF-8 text. */
  public static final String HEADER = "kind";

  /** The name of a record header that is there when another broker passed the message on. */
  public static final String BRIDGED = "bridged";

  private final String wireName;

  EventKind(String wireName) {
    this.wireName = wireName;
  }

  /** The name in the header. */
  public String wireName() {
    return wireName;
  }

  /**
   * The kind of that name.
   *
   * @throws IllegalArgumentException if no kind is called so
   */
  public static EventKind ofWireName(String name) {
    return Arrays.stream(values())
        .filter(kind -> kind.wireName.equals(name))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("unknown event: " + name));
  }
}
