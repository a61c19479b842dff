package org.kitstream.jobs.history;

import static org.kitstream.jobs.history.FieldNames.ascii;

import java.util.Locale;
import org.kitstream.contract.device.DeviceStatus;
import org.kitstream.contract.history.HistorySchema;

/** Writes transitions as lines: {@code status,device=9 state="online" 1714564800250}. */
final class StatusLine {

  private static final String MESSAGE = "status";

  private StatusLine() {}

  static HistoryLine write(DeviceStatus status) {
    String line =
        HistorySchema.STATUS
            + ","
            + HistorySchema.DEVICE_TAG
            + "="
            + status.deviceId()
            + " "
            + HistorySchema.STATE_FIELD
            + "=\""
            + status.state().name().toLowerCase(Locale.ROOT)
            + "\" "
            + status.since().toEpochMilli();
    return new HistoryLine(status.deviceId(), MESSAGE, ascii(line));
  }
}
