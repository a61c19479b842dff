package org.kitstream.api;

import java.util.Map;
import org.apache.kafka.clients.CommonClientConfigs;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.kitstream.api.config.KafkaSettings;

/** The clients of Kafka that the api needs. */
final class KafkaClients {

  private static final int ADMIN_TIMEOUT_MS = 5_000;

  private KafkaClients() {}

  /** A producer that never reorders or doubles, and tells of a failure within seconds. */
  static Producer<String, byte[]> producer(KafkaSettings settings, String clientId) {
    int timeout = Math.toIntExact(settings.deliveryTimeout().toMilliseconds());
    Map<String, Object> configuration =
        Map.of(
            CommonClientConfigs.BOOTSTRAP_SERVERS_CONFIG,
            settings.bootstrapServers(),
            CommonClientConfigs.CLIENT_ID_CONFIG,
            clientId,
            ProducerConfig.ACKS_CONFIG,
            "all",
            ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG,
            true,
            ProducerConfig.LINGER_MS_CONFIG,
            0,
            ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG,
            timeout / 2,
            ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG,
            timeout,
            ProducerConfig.MAX_BLOCK_MS_CONFIG,
            timeout);
    return new KafkaProducer<>(configuration, new StringSerializer(), new ByteArraySerializer());
  }

  static Admin admin(KafkaSettings settings) {
    return Admin.create(
        Map.of(
            CommonClientConfigs.BOOTSTRAP_SERVERS_CONFIG,
            settings.bootstrapServers(),
            CommonClientConfigs.CLIENT_ID_CONFIG,
            "api-health",
            CommonClientConfigs.REQUEST_TIMEOUT_MS_CONFIG,
            ADMIN_TIMEOUT_MS,
            CommonClientConfigs.DEFAULT_API_TIMEOUT_MS_CONFIG,
            ADMIN_TIMEOUT_MS));
  }
}
