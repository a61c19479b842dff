package org.kitstream.jobs.kafka;

import java.io.Serializable;
import org.jspecify.annotations.Nullable;

/** Tells the device that a message belongs to; null for none. */
@FunctionalInterface
public interface DeviceOf<T> extends Serializable {

  /** The id of the message's device. */
  @Nullable Long deviceId(T message);
}
