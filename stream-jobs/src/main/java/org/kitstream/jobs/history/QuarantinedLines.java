package org.kitstream.jobs.history;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.jspecify.annotations.Nullable;
import org.kitstream.contract.json.JsonCodec;
import org.kitstream.contract.reading.QuarantinedReading;
import org.kitstream.contract.reading.Refusal;
import org.kitstream.contract.reading.Refusal.Reason;
import org.kitstream.contract.topic.Topic;

/** Refused lines in {@code readings.quarantine}. Connects with the first one: there may be none. */
final class QuarantinedLines implements RefusedLines {

  private static final JsonCodec<QuarantinedReading> CODEC = JsonCodec.of(QuarantinedReading.class);

  /** InfluxDB may name a whole batch in one sentence. */
  private static final int SENTENCE_CHARS = 300;

  private final String bootstrapServers;
  private @Nullable KafkaProducer<byte[], byte[]> producer;
  private final List<Future<?>> sent = new ArrayList<>();

  QuarantinedLines(String bootstrapServers) {
    this.bootstrapServers = bootstrapServers;
  }

  @Override
  public synchronized void refuse(HistoryLine line, Reason reason, String sentence) {
    Instant now = Instant.now();
    int kept = Math.min(sentence.length(), SENTENCE_CHARS);
    var refusal = new Refusal(reason, sentence.substring(0, kept), null);
    var quarantined =
        new QuarantinedReading(
            line.deviceId(), line.messageId(), null, null, now, now, refusal, line.text());
    byte[] key = Long.toString(line.deviceId()).getBytes(US_ASCII);
    if (producer == null) {
      producer = connect();
    }
    sent.add(
        producer.send(
            new ProducerRecord<>(
                Topic.READINGS_QUARANTINE.topicName(), key, CODEC.encode(quarantined))));
  }

  @Override
  public synchronized void flush() throws IOException, InterruptedException {
    if (producer != null) {
      producer.flush();
    }
    for (Future<?> one : sent) {
      try {
        one.get();
      } catch (ExecutionException e) {
        throw new IOException("a refused line was not quarantined", e.getCause());
      }
    }
    sent.clear();
  }

  @Override
  public synchronized void close() {
    if (producer != null) {
      producer.close();
    }
  }

  private KafkaProducer<byte[], byte[]> connect() {
    Map<String, Object> settings =
        Map.of(
            ProducerConfig.BOOTSTRAP_SERVERS_CONFIG,
            bootstrapServers,
            ProducerConfig.ACKS_CONFIG,
            "all");
    return new KafkaProducer<>(settings, new ByteArraySerializer(), new ByteArraySerializer());
  }
}
