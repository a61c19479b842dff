package org.kitstream.jobs.history;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.apache.flink.api.common.operators.ProcessingTimeService;
import org.apache.flink.api.connector.sink2.SinkWriter;

/**
 * Gathers lines and sends them in batches, one at a time and in order, while the next one is
 * gathered.
 *
 * <p>At a checkpoint it waits until all lines are stored or refused, so that it needs no state of
 * its own. While InfluxDB is away that wait lasts: checkpoints expire, which the job tolerates, and
 * nothing is read from Kafka, so that nothing is lost by it.
 */
final class InfluxWriter implements SinkWriter<HistoryLine> {

  private final InfluxDelivery delivery;
  private final RefusedLines refused;
  private final ProcessingTimeService timers;
  private final int batchLines;
  private final Duration batchAge;
  private final ExecutorService sender = Executors.newSingleThreadExecutor(InfluxWriter::thread);
  private List<HistoryLine> batch = new ArrayList<>();
  private Future<?> inFlight = CompletableFuture.completedFuture(null);

  /** Sends the batch when its first line has waited long enough. */
  private Future<?> aging = CompletableFuture.completedFuture(null);

  InfluxWriter(
      InfluxSettings settings,
      InfluxDelivery delivery,
      RefusedLines refused,
      ProcessingTimeService timers) {
    this.batchLines = settings.batchLines();
    this.batchAge = settings.batchAge();
    this.delivery = delivery;
    this.refused = refused;
    this.timers = timers;
  }

  @Override
  public void write(HistoryLine line, Context context) throws IOException, InterruptedException {
    batch.add(line);
    if (batch.size() >= batchLines) {
      send();
    } else if (batch.size() == 1) {
      long due = timers.getCurrentProcessingTime() + batchAge.toMillis();
      aging = timers.registerTimer(due, time -> send());
    }
  }

  @Override
  public void flush(boolean endOfInput) throws IOException, InterruptedException {
    send();
    awaitDelivery();
    refused.flush();
  }

  @Override
  public void close() {
    sender.shutdownNow();
    refused.close();
  }

  private void send() throws IOException, InterruptedException {
    if (batch.isEmpty()) {
      return;
    }
    aging.cancel(false);
    awaitDelivery();
    List<HistoryLine> full = batch;
    batch = new ArrayList<>(full.size());
    inFlight =
        sender.submit(
            () -> {
              delivery.deliver(full);
              return null;
            });
  }

  private void awaitDelivery() throws IOException, InterruptedException {
    try {
      inFlight.get();
    } catch (ExecutionException e) {
      if (e.getCause() instanceof RuntimeException failure) {
        throw failure;
      }
      throw new IOException("lines were not delivered", e.getCause());
    }
  }

  private static Thread thread(Runnable work) {
    var thread = new Thread(work, "influx-writer");
    thread.setDaemon(true);
    return thread;
  }
}
