package org.kitstream.api.ingest;

import java.io.IOException;
import java.io.InputStream;
import java.time.Clock;
import java.util.Optional;
import org.kitstream.api.failure.Failure;
import org.kitstream.api.ingest.BatchOutline.Data;
import org.kitstream.api.ingest.DoorMetrics.Refused;
import org.kitstream.contract.reading.PayloadFormat;
import org.kitstream.contract.reading.RawReading;
import org.kitstream.contract.reading.Via;

/** What all doors for HTTP bodies do once they know the device. Thread-safe. */
final class Intake {

  private final IngestSettings settings;
  private final BoundedSender sender;
  private final DoorMetrics metrics;
  private final DeviceAllowance allowance;
  private final Receipts receipts;

  Intake(Inlet inlet, Clock clock) {
    this.settings = inlet.settings();
    this.sender = inlet.sender();
    this.metrics = inlet.metrics();
    this.allowance = new DeviceAllowance(settings.messagesPerSecond());
    this.receipts = new Receipts(clock);
  }

  /**
   * The whole body of a message of the device.
   *
   * @throws Failure.TooOften if the device sends too often
   * @throws Failure.BodyTooLarge if it is longer than a body may be
   */
  byte[] read(long deviceId, InputStream body) throws IOException {
    if (!allowance.take(deviceId)) {
      throw refused(Refused.TOO_OFTEN, new Failure.TooOften("The device sends too often"));
    }
    int most = Math.toIntExact(settings.maxBody().toBytes());
    byte[] whole = body.readNBytes(most + 1);
    if (whole.length > most) {
      throw refused(Refused.TOO_LARGE, new Failure.BodyTooLarge(most));
    }
    return whole;
  }

  /**
   * The outline of a body.
   *
   * @throws Failure if it is no JSON, its data is no array, or there are too many items in that
   */
  BatchOutline outline(byte[] body) {
    BatchOutline outline =
        BatchOutline.of(body)
            .orElseThrow(() -> malformed(new Failure.BadRequest("The body is not valid JSON")));
    if (outline.data() == Data.OTHER) {
      throw malformed(new Failure.BadRequest("The parameter data is not an array"));
    }
    if (outline.items() > settings.maxItems()) {
      String reason = "At most " + settings.maxItems() + " items are taken in one request";
      throw refused(Refused.TOO_MANY_ITEMS, new Failure.Unprocessable(reason));
    }
    return outline;
  }

  /**
   * Returns when the message is stored.
   *
   * @param key names the message among those of the device; empty: nobody will retry it
   * @throws Failure.Unavailable if it may not be
   */
  void store(long deviceId, PayloadFormat format, byte[] payload, Optional<String> key) {
    Receipts.Receipt receipt = receipts.of(deviceId, key);
    try {
      sender.put(
          new RawReading(
              deviceId, receipt.messageId(), format, Via.HTTP, receipt.receivedAt(), payload));
    } catch (NotStoredException e) {
      throw new Failure.Unavailable("The readings could not be stored; send them again");
    }
  }

  /** Counts what is not what the door takes. */
  <F extends Failure> F malformed(F failure) {
    return refused(Refused.MALFORMED, failure);
  }

  /** Counts a message of a device that is not known. */
  <F extends Failure> F unknown(F failure) {
    return refused(Refused.UNKNOWN_DEVICE, failure);
  }

  private <F extends Failure> F refused(Refused why, F failure) {
    metrics.refused(Via.HTTP, why);
    return failure;
  }
}
