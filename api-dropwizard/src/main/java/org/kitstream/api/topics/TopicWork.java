package org.kitstream.api.topics;

import java.util.List;
import java.util.OptionalLong;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;

/**
 * What is done with the records of a topic. One thread calls; every record comes at least once, and
 * records of one key come in their order.
 */
public interface TopicWork {

  /**
   * Deals with the next records. When it throws, they come again after a pause.
   *
   * @param records empty when none came for a while
   */
  void take(List<ConsumerRecord<byte[], byte[]>> records);

  /** The first record of a partition that was taken and is not dealt with; empty: all are. */
  default OptionalLong firstOpen(TopicPartition partition) {
    return OptionalLong.empty();
  }

  /** Forgets what is open: it comes again, here or at another node. */
  default void forget() {}
}
