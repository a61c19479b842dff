package org.kitstream.jobs.history;

import static org.kitstream.jobs.history.FieldNames.ascii;

import org.kitstream.contract.history.HistorySchema;
import org.kitstream.contract.reading.Cause;
import org.kitstream.contract.reading.ProcessedReading;
import org.kitstream.contract.reading.SensorValue;

/**
 * Writes processed readings as lines: {@code readings,device=9 55=21.4,55_raw=21.4,rev=17i
 * 1714564800250}. Quality flags are left out when there are none, except where something may be
 * stored already: there 0 must go over the flags of before. Not thread-safe.
 */
final class ReadingLine {

  private static final byte[] HEAD =
      ascii(HistorySchema.READINGS + "," + HistorySchema.DEVICE_TAG + "=");
  private static final byte[] REVISION = ascii(HistorySchema.REVISION_FIELD + "=");

  private final LineText text = new LineText();
  private final FieldNames.Known names = new FieldNames.Known();

  HistoryLine write(ProcessedReading reading) {
    boolean overwrites = reading.cause() != Cause.LIVE;
    text.clear().append(HEAD).append(reading.deviceId()).append(' ');
    for (SensorValue value : reading.values()) {
      append(value, overwrites);
    }
    text.append(REVISION).append(reading.revision()).append('i');
    text.append(' ').append(reading.recordedAt().toEpochMilli());
    return new HistoryLine(reading.deviceId(), reading.messageId(), text.toBytes());
  }

  private void append(SensorValue value, boolean overwrites) {
    FieldNames name = names.of(value.sensorId());
    if (value.value() != null) {
      text.append(name.value()).append(value.value().doubleValue()).append(',');
    }
    text.append(name.raw()).append(value.raw()).append(',');
    if (overwrites || value.quality() != 0) {
      text.append(name.quality()).append((long) value.quality()).append('i').append(',');
    }
  }
}
