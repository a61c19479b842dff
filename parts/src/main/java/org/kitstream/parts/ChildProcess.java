package org.kitstream.parts;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A server in a process of its own. Its pid is kept in a file, so that one that outlived a killed
 * launcher is found and stopped before the next starts on the same data.
 */
final class ChildProcess implements AutoCloseable {

  private static final Logger LOGGER = LoggerFactory.getLogger(ChildProcess.class);
  private static final Duration STOP_WITHIN = Duration.ofSeconds(30);

  private final String name;
  private final Path pidFile;
  private final Process process;

  private ChildProcess(String name, Path pidFile, Process process) {
    this.name = name;
    this.pidFile = pidFile;
    this.process = process;
  }

  /**
   * Starts a command; what it prints goes to {@code <name>.log} in the directory.
   *
   * @throws PartFailedException if the command cannot be started
   */
  static ChildProcess start(String name, Path directory, List<String> command) {
    Path pidFile = directory.resolve(name + ".pid");
    try {
      Files.createDirectories(directory);
      stopLeftOver(pidFile, name);
      Path log = directory.resolve(name + ".log");
      Process process =
          new ProcessBuilder(command)
              .redirectErrorStream(true)
              .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()))
              .start();
      Files.writeString(pidFile, Long.toString(process.pid()));
      return new ChildProcess(name, pidFile, process);
    } catch (IOException e) {
      throw new PartFailedException(name + " could not be started: " + e.getMessage(), e);
    }
  }

  boolean isAlive() {
    return process.isAlive();
  }

  long pid() {
    return process.pid();
  }

  /** Asks the process to stop, and kills it when it does not within 30 s. */
  @Override
  public void close() {
    stop(process.toHandle(), name);
    try {
      Files.deleteIfExists(pidFile);
    } catch (IOException e) {
      LOGGER.atWarn().addKeyValue("file", pidFile).log("a pid file was left behind");
    }
  }

  /**
   * Stops the process that a pid file names, if it still runs under that name.
   *
   * @param pidFile holds the pid in its first line
   * @param commandPart stands in the command line of the right process; the pid may have been given
   *     to another one since
   */
  static void stopLeftOver(Path pidFile, String commandPart) {
    pidIn(pidFile)
        .flatMap(ProcessHandle::of)
        .filter(handle -> handle.info().command().orElse("").contains(commandPart))
        .ifPresent(
            handle -> {
              LOGGER
                  .atInfo()
                  .addKeyValue("pid", handle.pid())
                  .addKeyValue("part", commandPart)
                  .log("stopping a process left over from an earlier run");
              stop(handle, commandPart);
            });
  }

  private static Optional<Long> pidIn(Path pidFile) {
    try {
      return Files.readAllLines(pidFile).stream()
          .findFirst()
          .map(String::strip)
          .filter(text -> text.matches("\\d{1,18}"))
          .map(Long::valueOf);
    } catch (NoSuchFileException e) {
      return Optional.empty();
    } catch (IOException e) {
      throw new PartFailedException("The pid file " + pidFile + " cannot be read.", e);
    }
  }

  private static void stop(ProcessHandle handle, String name) {
    handle.destroy();
    try {
      handle.onExit().get(STOP_WITHIN.toMillis(), TimeUnit.MILLISECONDS);
    } catch (TimeoutException e) {
      LOGGER.atWarn().addKeyValue("part", name).log("did not stop when asked; killed");
      handle.destroyForcibly();
    } catch (ExecutionException e) {
      throw new PartFailedException(name + " could not be waited for.", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      handle.destroyForcibly();
    }
  }
}
