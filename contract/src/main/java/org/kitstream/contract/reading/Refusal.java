package org.kitstream.contract.reading;

import org.jspecify.annotations.Nullable;

/**
 * Why a payload, an item or a single value was refused.
 *
 * @param sentence for the owner of the kit: what was wrong, in words
 * @param field the part that was wrong, as it stands in the payload; null for the whole
 */
public record Refusal(Reason reason, String sentence, @Nullable String field) {

  /** The kinds of refusal. Names are part of the public API and never change. */
  public enum Reason {
    UNKNOWN_DEVICE,
    NOT_PARSED,
    TIME_MISSING,
    TIME_NOT_PARSED,
    TIME_OUT_OF_RANGE,
    UNKNOWN_SENSOR,
    VALUE_NOT_A_NUMBER,
    TOO_LARGE,
    /** Processed, but the store of history would not take it. */
    NOT_STORED
  }
}
