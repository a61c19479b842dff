package org.kitstream.api.ingest;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Jdbi;
import org.kitstream.api.devices.DeviceRules;
import org.kitstream.api.failure.Failure;
import org.kitstream.api.ingest.BatchOutline.Data;
import org.kitstream.api.users.Caller;
import org.kitstream.contract.reading.PayloadFormat;

/** Where users send readings of their devices, and kits of other platforms their own. */
public final class ReadingsDoor {

  private final Jdbi jdbi;
  private final Intake intake;

  ReadingsDoor(Jdbi jdbi, Intake intake) {
    this.jdbi = jdbi;
    this.intake = intake;
  }

  /** What became of a message that was in order. */
  public enum Taken {
    /** Kafka has it, or there was nothing in it. */
    STORED,
    /** Not stored: its first item has no time. */
    NO_TIME
  }

  /**
   * Takes a message of a device from a user, and returns when it is stored: a batch, or what the
   * device's platform sends when it has one.
   *
   * @param key names the message among those of the device, so that a retry can be told
   * @throws Failure if it is not taken; {@link Failure.Unavailable} if it is not stored
   * @throws IOException if the body cannot be read
   */
  public Taken post(Caller caller, long deviceId, InputStream body, Optional<String> key)
      throws IOException {
    DoorDevice device =
        jdbi.withExtension(DoorDao.class, dao -> dao.byId(deviceId))
            .orElseThrow(() -> intake.unknown(new Failure.NotFound("Device", "id", deviceId)));
    if (!DeviceRules.mayChange(caller, device.ownerId())) {
      throw new Failure.Forbidden();
    }
    byte[] payload = intake.read(deviceId, body);
    BatchOutline outline = intake.outline(payload);
    if (outline.data() == Data.ARRAY) {
      return postBatch(deviceId, outline, payload, key);
    }
    String platform = device.readingsFormat();
    if (platform == null) {
      throw intake.malformed(new Failure.ParameterMissing(List.of("data")));
    }
    intake.store(deviceId, PayloadFormat.ofWireName(platform), payload, key);
    return Taken.STORED;
  }

  /**
   * Takes a message from a kit itself, which proves itself by its device's token, and returns when
   * it is stored.
   *
   * @throws Failure.WrongPassword if no device has the token
   * @throws Failure if it is not taken; {@link Failure.Unavailable} if it is not stored
   * @throws IOException if the body cannot be read
   */
  public void push(String token, PayloadFormat format, InputStream body, Optional<String> key)
      throws IOException {
    DoorDevice device =
        jdbi.withExtension(DoorDao.class, dao -> dao.byToken(token))
            .orElseThrow(() -> intake.unknown(new Failure.WrongPassword()));
    if (!format.wireName().equals(device.readingsFormat())) {
      String reason = "The readings_format of the device is not " + format.wireName();
      throw intake.malformed(new Failure.Unprocessable(reason));
    }
    byte[] payload = intake.read(device.id(), body);
    intake.outline(payload);
    intake.store(device.id(), format, payload, key);
  }

  private Taken postBatch(
      long deviceId, BatchOutline outline, byte[] payload, Optional<String> key) {
    if (outline.items() == 0) {
      return Taken.STORED;
    }
    if (!outline.firstHasTime()) {
      intake.malformed(new Failure.BadRequest("Timestamp cannot be empty!"));
      return Taken.NO_TIME;
    }
    intake.store(deviceId, PayloadFormat.JSON, payload, key);
    return Taken.STORED;
  }
}
