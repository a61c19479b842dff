package org.kitstream.api.live;

import io.dropwizard.lifecycle.Managed;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;
import org.kitstream.contract.device.DeviceStatus;
import org.kitstream.contract.device.LatestDocument;

/**
 * The latest document and the status of every device, read whole from {@code devices.latest} and
 * {@code devices.status} at start and followed from then on. While Kafka is away it answers with
 * what it knows.
 *
 * <p>All methods may be called by any thread; reading takes no lock and does no I/O. Before the
 * view is {@link #ready} reading throws {@link IllegalStateException}: a device must never seem new
 * because the view is.
 */
public final class LiveView implements Managed {

  private final LiveSettings settings;
  private final Clock clock;
  private final TopicFollower follower;
  private final Thread thread;
  private final CountDownLatch whole = new CountDownLatch(1);
  private volatile @Nullable LiveTable table;

  /**
   * A view that is not started.
   *
   * @param clock says whether a reading is young enough for its device to be online
   */
  public LiveView(LiveSettings settings, Clock clock) {
    this.settings = settings;
    this.clock = clock;
    this.follower = new TopicFollower(settings.bootstrapServers(), this::serve);
    this.thread = new Thread(follower, "live-view");
    this.thread.setDaemon(true);
  }

  /**
   * Starts following and waits until the view is ready. Called once.
   *
   * @throws IllegalStateException if it is not ready within {@link LiveSettings#startTimeout}
   */
  @Override
  public void start() throws InterruptedException {
    thread.start();
    if (!whole.await(settings.startTimeout().toMilliseconds(), TimeUnit.MILLISECONDS)) {
      throw new IllegalStateException(
          "the live view could not be read from Kafka at %s within %s"
              .formatted(settings.bootstrapServers(), settings.startTimeout()));
    }
  }

  /** Stops following and waits for the thread to end. */
  @Override
  public void stop() throws InterruptedException {
    follower.stop();
    thread.join();
  }

  /** Whether all that was in the topics at the start has been read. Once true it stays true. */
  public boolean ready() {
    return table != null;
  }

  /** Whether the view is still being followed: false before the start and after the stop. */
  public boolean following() {
    return thread.isAlive();
  }

  /** Records known to be in the topics and not yet in the view. */
  public long lag() {
    return follower.lag();
  }

  /** Records skipped since the start because they could not be read; should stay 0. */
  public long malformed() {
    return follower.malformed();
  }

  /** The newest of everything the device sent; empty if it never sent anything. */
  public Optional<LatestDocument> latest(long deviceId) {
    return known().latest(deviceId);
  }

  /**
   * The device's state at this moment, from its newest reading time: it never depends on a
   * transition having been published in time.
   */
  public DeviceStatus.State state(long deviceId) {
    return known().state(deviceId, clock.instant());
  }

  /** The last transition that was published; may be behind {@link #state}. */
  public Optional<DeviceStatus> status(long deviceId) {
    return known().status(deviceId);
  }

  /** Tells of every device that ever sent something when its newest reading was taken. */
  public void forEachReadingTime(BiConsumer<Long, Instant> receiver) {
    known().forEachReadingTime(receiver);
  }

  private void serve(LiveTable wholeTable) {
    table = wholeTable;
    whole.countDown();
  }

  private LiveTable known() {
    LiveTable known = table;
    if (known == null) {
      throw new IllegalStateException("the live view is not ready");
    }
    return known;
  }
}
