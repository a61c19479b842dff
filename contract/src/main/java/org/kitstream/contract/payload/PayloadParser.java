package org.kitstream.contract.payload;

import java.time.Instant;
import org.kitstream.contract.reading.PayloadFormat;

/**
 * Reads the payloads of one format. Stateless; may be shared between threads. Never throws for any
 * bytes whatever: what cannot be read is a refusal.
 */
@FunctionalInterface
public interface PayloadParser {

  /**
   * Reads a payload, which is not changed.
   *
   * @param receivedAt when a door had it: the time of what it measured, where the format says none
   */
  ParsedPayload parse(byte[] payload, Instant receivedAt);

  /** The parser of a format. */
  static PayloadParser of(PayloadFormat format) {
    return switch (format) {
      case JSON -> new JsonBatchParser();
      case SHORT -> new ShortFormatParser();
      case CSV_ROW -> new CsvRowParser();
      case LEGACY -> new LegacyParser();
      case SENSOR_COMMUNITY -> new SensorCommunityParser();
      case CITY_PROBE -> new CityProbeParser();
    };
  }
}
