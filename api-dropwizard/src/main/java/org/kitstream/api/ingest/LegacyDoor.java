package org.kitstream.api.ingest;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.JdbiException;
import org.jspecify.annotations.Nullable;
import org.kitstream.api.devices.KitMoves;
import org.kitstream.api.devices.MacAddress;
import org.kitstream.api.ingest.DoorMetrics.Refused;
import org.kitstream.contract.reading.PayloadFormat;
import org.kitstream.contract.reading.RawReading;
import org.kitstream.contract.reading.Via;

/** Where SCK 1.x leave their readings. They know no errors, so nothing is one. Thread-safe. */
public final class LegacyDoor {

  /** The kits that hardware belongs to, by its version. */
  private static final Map<String, Integer> KITS = Map.of("1.0", 2, "1.1", 3);

  private final Jdbi jdbi;
  private final KitMoves moves;
  private final BoundedSender sender;
  private final DoorMetrics metrics;
  private final DeviceAllowance allowance;
  private final Clock clock;

  LegacyDoor(Jdbi jdbi, KitMoves moves, Inlet inlet, Clock clock) {
    this.jdbi = jdbi;
    this.moves = moves;
    this.sender = inlet.sender();
    this.metrics = inlet.metrics();
    this.allowance = new DeviceAllowance(inlet.settings().messagesPerSecond());
    this.clock = clock;
  }

  /** Whether what a kit sent needs to be sent again. */
  public enum Taken {
    /** It is stored, or will never be. */
    DONE,
    /** It could not be stored. */
    NOT_STORED
  }

  /** Takes what a kit says and returns when it is stored, or known to be of no use. */
  public Taken add(LegacyPost post) {
    String data = post.data();
    Optional<String> mac =
        Optional.ofNullable(post.macAddress()).map(String::trim).filter(MacAddress::isValid);
    if (mac.isEmpty() || data == null || data.isBlank()) {
      return useless(Refused.MALFORMED);
    }
    try {
      String address = MacAddress.normalized(mac.get());
      Optional<DoorDevice> device =
          jdbi.withExtension(DoorDao.class, dao -> dao.byMacAddress(address));
      return device.isEmpty()
          ? useless(Refused.UNKNOWN_DEVICE)
          : add(device.get(), post.version(), data);
    } catch (JdbiException e) {
      metrics.refused(Via.ADD, Refused.UNAVAILABLE);
      return Taken.NOT_STORED;
    }
  }

  private Taken add(DoorDevice device, @Nullable String version, String data) {
    if (!allowance.take(device.id())) {
      metrics.refused(Via.ADD, Refused.TOO_OFTEN);
      return Taken.NOT_STORED;
    }
    moveToItsKit(device, version);
    try {
      sender.put(
          new RawReading(
              device.id(),
              "add-" + UUID.randomUUID(),
              PayloadFormat.LEGACY,
              Via.ADD,
              clock.instant(),
              data.getBytes(ISO_8859_1)));
      return Taken.DONE;
    } catch (NotStoredException e) {
      return Taken.NOT_STORED;
    }
  }

  private void moveToItsKit(DoorDevice device, @Nullable String version) {
    String hardware = version == null ? "" : version.trim().split("-", 2)[0];
    Integer kit = KITS.get(hardware);
    if (kit != null && !kit.equals(device.kitId())) {
      moves.move(device.id(), kit);
    }
  }

  private Taken useless(Refused why) {
    metrics.refused(Via.ADD, why);
    return Taken.DONE;
  }
}
