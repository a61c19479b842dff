package org.kitstream.contract.topic;

/** The headers of a record in {@link Topic#READINGS_RAW}. Values are UTF-8 text. */
public final class RawHeader {

  /** How to read the payload: {@link org.kitstream.contract.reading.PayloadFormat#wireName}. */
  public static final String FORMAT = "format";

  /** The door it came through: {@link org.kitstream.contract.reading.Via#wireName}. */
  public static final String VIA = "via";

  /** When the door received it: milliseconds since 1970-01-01T00:00Z, decimal. */
  public static final String RECEIVED_AT = "received_at";

  /** Names the message for ever; the same after every retry of a door. */
  public static final String MESSAGE_ID = "message_id";

  private RawHeader() {}
}
