package org.kitstream.jobs.calibration;

import static java.nio.charset.StandardCharsets.US_ASCII;

import org.apache.flink.api.common.serialization.DeserializationSchema;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.connector.kafka.source.reader.deserializer.KafkaRecordDeserializationSchema;
import org.apache.flink.metrics.Counter;
import org.apache.flink.util.Collector;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;
import org.kitstream.contract.device.DeviceProfile;
import org.kitstream.contract.json.JsonCodec;
import org.kitstream.contract.json.MalformedMessageException;

/**
 * Records of {@code devices.profiles}, deletions included. What cannot be read is passed over and
 * counted as {@code undecodable}: the device keeps the profile that it had.
 */
final class ProfileChanges implements KafkaRecordDeserializationSchema<ProfileChange> {

  private transient @Nullable JsonCodec<DeviceProfile> codec;
  private transient @Nullable Counter undecodable;

  @Override
  public void open(DeserializationSchema.InitializationContext context) {
    undecodable = context.getMetricGroup().counter("undecodable");
  }

  @Override
  public void deserialize(ConsumerRecord<byte[], byte[]> change, Collector<ProfileChange> out) {
    ProfileChange decoded;
    try {
      decoded = decode(change);
    } catch (MalformedMessageException | IllegalArgumentException e) {
      if (undecodable != null) {
        undecodable.inc();
      }
      return;
    }
    out.collect(decoded);
  }

  @Override
  public TypeInformation<ProfileChange> getProducedType() {
    return TypeInformation.of(ProfileChange.class);
  }

  private ProfileChange decode(ConsumerRecord<byte[], byte[]> change) {
    if (change.key() == null) {
      throw new IllegalArgumentException("no device");
    }
    long deviceId = Long.parseLong(new String(change.key(), US_ASCII));
    if (change.value() == null) {
      return new ProfileChange(deviceId, null);
    }
    if (codec == null) {
      codec = JsonCodec.of(DeviceProfile.class);
    }
    DeviceProfile profile = codec.decode(change.value());
    if (profile.deviceId() != deviceId) {
      throw new IllegalArgumentException("the profile is of another device than its key");
    }
    return new ProfileChange(deviceId, profile);
  }
}
