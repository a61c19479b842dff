package org.kitstream.ops.box;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Starts everything on this machine and runs until it is asked to stop. */
@Command(
    name = "up",
    description = "Starts everything on this machine; Ctrl-C stops it in order.",
    mixinStandardHelpOptions = true)
public final class UpCommand implements Callable<Integer> {

  private static final Duration STOP_WITHIN = Duration.ofSeconds(60);

  @Option(
      names = "--data",
      paramLabel = "DIR",
      defaultValue = "var",
      description = "where everything is kept that must outlive a restart (default: var)")
  private Path dataDirectory = Path.of("var");

  @Option(names = "--demo", description = "lets simulated kits publish, and replays a data set")
  private boolean demo;

  @Spec private CommandSpec spec;

  /** Made by the command line, which fills in the options. */
  public UpCommand() {
    this.spec = CommandSpec.create();
  }

  @Override
  public Integer call() throws Exception {
    BoxSettings settings = BoxSettings.from(System.getenv(), dataDirectory);
    logInto(settings.dataDirectory().resolve("logs"));
    PrintWriter out = spec.commandLine().getOut();
    var stopped = new CountDownLatch(1);
    Thread runner = Thread.currentThread();
    Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(runner, stopped), "stop-box"));
    try (Box box = Box.start(settings, demo, new ConsoleProgress(out))) {
      out.println(box.welcome());
      out.flush();
      awaitInterrupt();
    } finally {
      stopped.countDown();
    }
    return 0;
  }

  /** Must come before the first logger is made. */
  private static void logInto(Path directory) {
    System.setProperty("kitstream.logs", directory.toString());
    System.setProperty("logback.configurationFile", "org/kitstream/ops/box/logback-box.xml");
  }

  /** Runs in the shutdown hook: the thread that started the parts is the one that stops them. */
  private static void stop(Thread runner, CountDownLatch stopped) {
    runner.interrupt();
    try {
      var unused = stopped.await(STOP_WITHIN.toSeconds(), TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static void awaitInterrupt() {
    try {
      new CountDownLatch(1).await();
    } catch (InterruptedException e) {
      // The way a running box is stopped: the caller closes it now. The flag stays down, or
      // stopping would be interrupted too.
    }
  }
}
