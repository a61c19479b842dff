package org.kitstream.ops.demo;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Simulated kits that publish once a minute, each after a few hours of backlog, and one device that
 * replays real measurements. They use the public doors and nothing else.
 */
public final class DemoFleet implements AutoCloseable {

  private static final Logger LOGGER = LoggerFactory.getLogger(DemoFleet.class);
  private static final Duration BACKLOG = Duration.ofHours(3);
  private static final Duration EVERY = Duration.ofMinutes(1);
  private static final String REPLAY_TOKEN = "demuci";
  private static final int REPLAY_KIT_ID = 501;

  private final ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor();
  private final List<KitLink> links = new ArrayList<>();

  private DemoFleet() {}

  /**
   * Registers the kits and lets them publish.
   *
   * @param directory keeps what the demonstration must remember over a restart
   * @param password of the user {@code demo}, who owns the kits
   */
  public static DemoFleet start(URI api, int mqttPort, Path directory, String password)
      throws IOException, InterruptedException {
    var fleet = new DemoFleet();
    DemoAccount account = DemoAccount.open(api, password);
    List<DemoKit> kits = DemoKit.all();
    for (DemoKit kit : kits) {
      account.register(kit);
    }
    account.register(REPLAY_TOKEN, "Air quality reference station (replay)", REPLAY_KIT_ID, null);
    for (int i = 0; i < kits.size(); i++) {
      fleet.simulate(kits.get(i), mqttPort, EVERY.multipliedBy(i).dividedBy(kits.size()));
    }
    fleet.replay(mqttPort, AirQualityReplay.endingAt(anchor(directory)));
    return fleet;
  }

  @Override
  public void close() {
    clock.shutdownNow();
    links.forEach(KitLink::close);
  }

  private void simulate(DemoKit kit, int mqttPort, Duration offset) {
    KitLink link = connect(kit.token(), mqttPort);
    String topic = kit.blueprint().topic(kit.token());
    Instant now = Instant.now().truncatedTo(ChronoUnit.MINUTES);
    for (Instant at = now.minus(BACKLOG); !at.isAfter(now); at = at.plus(EVERY)) {
      publish(link, topic, kit.blueprint().payload(kit, at));
    }
    every(
        EVERY,
        offset,
        () -> {
          Instant at = Instant.now().truncatedTo(ChronoUnit.SECONDS);
          publish(link, topic, kit.blueprint().payload(kit, at));
        });
  }

  private void replay(int mqttPort, AirQualityReplay measurements) {
    every(EVERY, Duration.ZERO, new Replay(connect(REPLAY_TOKEN, mqttPort), measurements));
  }

  private KitLink connect(String token, int mqttPort) {
    KitLink link = KitLink.connect(token, mqttPort);
    links.add(link);
    return link;
  }

  private static void publish(KitLink link, String topic, byte[] payload) {
    var unused =
        link.publish(topic, payload)
            .whenComplete(
                (done, failure) -> {
                  if (failure != null) {
                    LOGGER.atDebug().setCause(failure).log("a simulated reading was not taken");
                  }
                });
  }

  private void every(Duration period, Duration offset, Runnable task) {
    var unused =
        clock.scheduleAtFixedRate(
            () -> guarded(task), offset.toMillis(), period.toMillis(), TimeUnit.MILLISECONDS);
  }

  /** A scheduled task that throws would never run again. */
  private static void guarded(Runnable task) {
    try {
      task.run();
    } catch (RuntimeException e) {
      LOGGER.atWarn().setCause(e).log("a simulated kit could not publish");
    }
  }

  /** The time of the newest replayed record: that of the first start, kept for the later ones. */
  private static Instant anchor(Path directory) throws IOException {
    Path file = directory.resolve("replay-anchor");
    if (!Files.exists(file)) {
      Files.createDirectories(directory);
      Files.writeString(file, Instant.now().truncatedTo(ChronoUnit.MINUTES).toString());
    }
    return Instant.parse(Files.readString(file).strip());
  }

  /** Sends what has become due since it last ran; at first, everything. Runs on one thread. */
  private static final class Replay implements Runnable {

    private static final String TOPIC = "device/sck/" + REPLAY_TOKEN + "/readings";

    private final KitLink link;
    private final AirQualityReplay measurements;
    private Instant sentUpTo;

    Replay(KitLink link, AirQualityReplay measurements) {
      this.link = link;
      this.measurements = measurements;
      this.sentUpTo = measurements.start().minusSeconds(1);
    }

    @Override
    public void run() {
      Instant now = Instant.now();
      for (byte[] batch : measurements.batches(sentUpTo, now)) {
        publish(link, TOPIC, batch);
      }
      sentUpTo = now;
    }
  }
}
