package org.kitstream.ops.box;

import com.hivemq.client.mqtt.MqttClient;
import com.hivemq.client.mqtt.datatypes.MqttQos;
import com.hivemq.client.mqtt.mqtt3.Mqtt3AsyncClient;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.Semaphore;

/**
 * A kit that streams without pause, one reading for each second of the past, and remembers which
 * were acknowledged. Values are a function of the time, so any stored one can be checked alone.
 */
final class StreamedReadings {

  private static final int IN_FLIGHT = 64;

  private final Mqtt3AsyncClient client;
  private final String topic;
  private final Instant start;
  private final Semaphore window = new Semaphore(IN_FLIGHT);
  private final Map<Instant, Double> sent = new ConcurrentSkipListMap<>();
  private final Map<Instant, Double> acknowledged = new ConcurrentSkipListMap<>();
  private volatile boolean going = true;
  private final Thread thread;

  StreamedReadings(String token, int port, Instant start) {
    this.client =
        MqttClient.builder()
            .useMqttVersion3()
            .identifier(token)
            .serverHost("127.0.0.1")
            .serverPort(port)
            .buildAsync();
    this.topic = "device/sck/" + token + "/readings/raw";
    this.start = start;
    this.thread = new Thread(this::stream, "stream-" + token);
    client.connect().join();
    thread.start();
  }

  static double valueAt(Instant at) {
    return Math.floorMod(at.getEpochSecond() * 2_654_435_761L, 100_000) / 100.0;
  }

  Map<Instant, Double> acknowledged() {
    return acknowledged;
  }

  Map<Instant, Double> sent() {
    return sent;
  }

  /** Sends no more; what is in flight may still be acknowledged. */
  void stop() throws InterruptedException {
    going = false;
    thread.interrupt();
    thread.join();
    client.disconnect().exceptionally(e -> null).join();
  }

  private void stream() {
    try {
      for (Instant at = start; going; at = at.plusSeconds(1)) {
        window.acquire();
        publish(at, valueAt(at));
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void publish(Instant at, double value) {
    sent.put(at, value);
    byte[] payload = ("{t:" + at + ",55:" + value + "}").getBytes(StandardCharsets.US_ASCII);
    var unused =
        client
            .publishWith()
            .topic(topic)
            .qos(MqttQos.AT_LEAST_ONCE)
            .payload(payload)
            .send()
            .whenComplete(
                (done, failure) -> {
                  if (failure == null) {
                    acknowledged.put(at, value);
                  }
                  window.release();
                });
  }
}
