package org.kitstream.ops.box;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.Callable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Parts that are started one after the other and stopped in the reverse order. */
final class PartsInOrder implements AutoCloseable {

  private static final Logger LOGGER = LoggerFactory.getLogger(PartsInOrder.class);

  private final Progress progress;
  private final Deque<Started> started = new ArrayDeque<>();

  PartsInOrder(Progress progress) {
    this.progress = progress;
  }

  /** Starts one part, which must be ready for its users when the call returns. */
  <T extends AutoCloseable> T start(String name, Callable<T> starter) throws Exception {
    progress.starting(name);
    long began = System.nanoTime();
    T part = starter.call();
    started.push(new Started(name, part));
    progress.ready(name, Duration.ofNanos(System.nanoTime() - began));
    return part;
  }

  /** Stops all that was started. One part that fails to stop does not keep the others running. */
  @Override
  public void close() {
    while (!started.isEmpty()) {
      Started part = started.pop();
      progress.stopping(part.name);
      try {
        part.closeable.close();
      } catch (Exception e) { // whatever it is, the others must still be stopped
        LOGGER
            .atError()
            .addKeyValue("part", part.name)
            .setCause(e)
            .log("part did not stop cleanly");
      }
    }
  }

  private record Started(String name, AutoCloseable closeable) {}
}
