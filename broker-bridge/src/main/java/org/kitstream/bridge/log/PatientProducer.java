package org.kitstream.bridge.log;

import java.time.Duration;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.apache.kafka.clients.producer.Callback;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.TimeoutException;
import org.jspecify.annotations.Nullable;

/**
 * Sends without ever blocking, on a producer whose time to block is zero. Such a producer refuses a
 * record at once when it does not know the topic's partitions, as for a moment after Kafka came
 * back. Those records wait here, in order, and are tried again until the time-out.
 *
 * <p>Safe for use by any thread; the records of one thread keep their order.
 */
final class PatientProducer {

  private static final Duration PAUSE = Duration.ofMillis(20);

  private final Producer<byte[], byte[]> producer;
  private final long patienceNanos;
  private final Queue<Send> deferred = new ConcurrentLinkedQueue<>();
  private final AtomicBoolean retrying = new AtomicBoolean();
  private final ScheduledExecutorService retries =
      Executors.newSingleThreadScheduledExecutor(PatientProducer::thread);

  PatientProducer(Producer<byte[], byte[]> producer, Duration patience) {
    this.producer = producer;
    this.patienceNanos = patience.toNanos();
  }

  /** Sends a record; the callback comes once, on any thread, perhaps before this returns. */
  void send(ProducerRecord<byte[], byte[]> message, Callback settled) {
    Send send = new Send(message, settled, System.nanoTime() + patienceNanos);
    if (!deferred.isEmpty() || !send.isTaken()) {
      deferred.add(send);
      retryLater();
    }
  }

  /** Returns when everything sent so far is settled. */
  void flush() {
    while (!deferred.isEmpty()) {
      pause();
    }
    producer.flush();
  }

  /** Ends; what is still deferred fails. */
  void close() {
    retries.shutdownNow();
    for (Send send = deferred.poll(); send != null; send = deferred.poll()) {
      send.settled.onCompletion(null, new TimeoutException("the bridge closed"));
    }
    producer.close(Duration.ofSeconds(5));
  }

  private void retryLater() {
    if (!retries.isShutdown() && retrying.compareAndSet(false, true)) {
      var unused = retries.schedule(this::retry, PAUSE.toMillis(), TimeUnit.MILLISECONDS);
    }
  }

  /** The head leaves only after it is sent: until then nothing overtakes it. */
  private void retry() {
    retrying.set(false);
    for (Send send = deferred.peek(); send != null; send = deferred.peek()) {
      if (!send.isTaken()) {
        if (System.nanoTime() < send.deadline) {
          break;
        }
        send.settled.onCompletion(null, new TimeoutException("Kafka did not name the partitions"));
      }
      deferred.poll();
    }
    if (!deferred.isEmpty()) {
      retryLater();
    }
  }

  private static void pause() {
    try {
      Thread.sleep(PAUSE.toMillis());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new BridgeFailedException("interrupted while waiting for Kafka", e);
    }
  }

  private static Thread thread(Runnable work) {
    Thread thread = new Thread(work, "bridge-retries");
    thread.setDaemon(true);
    return thread;
  }

  /** One record on its way. */
  private final class Send implements Callback {

    private final ProducerRecord<byte[], byte[]> message;
    private final Callback settled;
    private final long deadline;
    private @Nullable Thread trying;
    private boolean refused;

    Send(ProducerRecord<byte[], byte[]> message, Callback settled, long deadline) {
      this.message = message;
      this.settled = settled;
      this.deadline = deadline;
    }

    /** Hands the record to the producer; false: it did not take it, and nothing was called. */
    boolean isTaken() {
      refused = false;
      trying = Thread.currentThread();
      try {
        var unused = producer.send(message, this); // the callback tells all
      } catch (KafkaException | IllegalStateException e) { // closed, or a fault that will stay
        settled.onCompletion(null, e);
      }
      trying = null;
      return !refused;
    }

    @Override
    public void onCompletion(@Nullable RecordMetadata stored, @Nullable Exception failure) {
      if (failure instanceof TimeoutException && trying == Thread.currentThread()) {
        refused = true; // the producer says so before send returns, on the thread that sends
      } else {
        settled.onCompletion(stored, failure);
      }
    }
  }
}
