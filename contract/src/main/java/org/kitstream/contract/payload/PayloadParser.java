package org.kitstream.contract.payload;

import org.kitstream.contract.reading.PayloadFormat;

/**
 * Reads the payloads of one format. Stateless; may be shared between threads. Never throws for any
 * bytes whatever: what cannot be read is a refusal.
 */
@FunctionalInterface
public interface PayloadParser {

  /** Reads a payload, which is not changed. */
  ParsedPayload parse(byte[] payload);

  /** The parser of a format. */
  static PayloadParser of(PayloadFormat format) {
    return switch (format) {
      case JSON -> new JsonBatchParser();
      case SHORT -> new ShortFormatParser();
      case CSV_ROW -> new CsvRowParser();
      case LEGACY, SENSOR_COMMUNITY, CITY_PROBE ->
          throw new IllegalArgumentException("no parser for " + format.wireName() + " payloads");
    };
  }
}
