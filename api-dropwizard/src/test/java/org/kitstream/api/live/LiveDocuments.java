package org.kitstream.api.live;

import java.time.Instant;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.kitstream.contract.device.DeviceStatus;
import org.kitstream.contract.device.LatestDocument;
import org.kitstream.contract.device.LatestDocument.LatestValue;
import org.kitstream.contract.json.JsonCodec;

/** Latest documents for tests. */
final class LiveDocuments {

  static final Instant NOON = Instant.parse("2024-05-01T12:00:00.250Z");

  private LiveDocuments() {}

  static LatestDocument document(long deviceId, Instant recordedAt, double raw) {
    return new LatestDocument(
        deviceId,
        recordedAt,
        recordedAt.plusMillis(40),
        recordedAt.plusMillis(55),
        17,
        List.of(new LatestValue(55, raw, raw / 10, null, null, recordedAt, 0)));
  }

  static LatestDocument random(Random random) {
    Instant recordedAt = NOON.plusMillis(random.nextInt(100_000_000));
    List<LatestValue> values =
        IntStream.range(0, random.nextInt(20))
            .mapToObj(
                sensor ->
                    new LatestValue(
                        sensor * 3,
                        random.nextGaussian(),
                        maybe(random),
                        maybe(random),
                        maybe(random),
                        recordedAt.minusMillis(random.nextInt(1_000_000)),
                        random.nextInt(256)))
            .toList();
    return new LatestDocument(
        random.nextLong(), recordedAt, NOON, NOON.plusMillis(1), random.nextLong(), values);
  }

  static byte[] json(LatestDocument document) {
    return JsonCodec.of(LatestDocument.class).encode(document);
  }

  static byte[] json(DeviceStatus status) {
    return JsonCodec.of(DeviceStatus.class).encode(status);
  }

  private static @Nullable Double maybe(Random random) {
    return random.nextInt(3) == 0 ? null : Double.valueOf(random.nextGaussian() * 1e6);
  }
}
