package org.kitstream.parts;

import java.io.File;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * An influxd to run: the one on the PATH, else the distribution's package, downloaded and unpacked
 * without root.
 *
 * @param path the executable
 */
public record InfluxBinary(Path path) {

  private static final String PACKAGE = "influxdb";

  /**
   * Finds influxd, downloading it once into the directory if need be.
   *
   * @param toolsDirectory where a downloaded one is kept; several processes may share it
   * @throws PartFailedException if there is none to be had; says what to do
   */
  public static InfluxBinary find(Path toolsDirectory) {
    return onPath().orElseGet(() -> downloaded(toolsDirectory.toAbsolutePath()));
  }

  /** The user's cache directory for such tools. */
  public static Path userCache() {
    String home = System.getProperty("user.home", ".");
    String cache = Optional.ofNullable(System.getenv("XDG_CACHE_HOME")).orElse(home + "/.cache");
    return Path.of(cache, "kitstream", "tools");
  }

  private static Optional<InfluxBinary> onPath() {
    String path = Optional.ofNullable(System.getenv("PATH")).orElse("");
    return Arrays.stream(path.split(File.pathSeparator, -1))
        .map(directory -> Path.of(directory, "influxd"))
        .filter(Files::isExecutable)
        .findFirst()
        .map(InfluxBinary::new);
  }

  private static InfluxBinary downloaded(Path toolsDirectory) {
    Path unpacked = toolsDirectory.resolve(PACKAGE);
    Path executable = unpacked.resolve("usr/bin/influxd");
    try {
      Files.createDirectories(toolsDirectory);
      Path lockFile = toolsDirectory.resolve(PACKAGE + ".lock");
      try (FileChannel channel =
              FileChannel.open(lockFile, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
          FileLock lock = channel.lock()) {
        if (lock.isValid() && !Files.isExecutable(executable)) {
          download(toolsDirectory, unpacked);
        }
      }
    } catch (IOException e) {
      throw new PartFailedException(
          "There is no influxd on this machine, and the distribution's package cannot be had ("
              + e.getMessage()
              + "). Install InfluxDB 1.6 or later (https://www.influxdata.com/downloads), or set"
              + " INFLUXDB_URL to one that runs.",
          e);
    }
    return new InfluxBinary(executable);
  }

  private static void download(Path toolsDirectory, Path unpacked) throws IOException {
    Path work = Files.createTempDirectory(toolsDirectory, "download");
    try {
      if (!run(work, List.of("apt-get", "download", PACKAGE))) {
        // No package lists, or stale ones: fetch lists of our own, which needs no root.
        List<String> lists = ownLists(work);
        runOrFail(work, command(lists, "update"));
        runOrFail(work, command(lists, "download", PACKAGE));
      }
      runOrFail(work, List.of("dpkg-deb", "-x", packageFile(work).toString(), unpacked.toString()));
    } finally {
      deleteTree(work);
    }
  }

  private static List<String> ownLists(Path work) throws IOException {
    Files.createDirectories(work.resolve("lists/partial"));
    Files.createDirectories(work.resolve("cache/archives/partial"));
    return List.of(
        "apt-get",
        "-o",
        "Dir::State::Lists=" + work.resolve("lists"),
        "-o",
        "Dir::Cache=" + work.resolve("cache"),
        "-o",
        "Debug::NoLocking=1");
  }

  private static List<String> command(List<String> start, String... more) {
    List<String> command = new ArrayList<>(start);
    command.addAll(Arrays.asList(more));
    return command;
  }

  private static Path packageFile(Path work) throws IOException {
    try (Stream<Path> files = Files.list(work)) {
      return files
          .filter(file -> file.toString().endsWith(".deb"))
          .findFirst()
          .orElseThrow(() -> new IOException("no package was downloaded"));
    }
  }

  private static void runOrFail(Path directory, List<String> command) throws IOException {
    if (!run(directory, command)) {
      throw new IOException(String.join(" ", command) + " failed");
    }
  }

  private static boolean run(Path directory, List<String> command) throws IOException {
    Process process =
        new ProcessBuilder(command)
            .directory(directory.toFile())
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .start();
    try {
      return process.waitFor() == 0;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      process.destroy();
      throw new IOException("interrupted", e);
    }
  }

  private static void deleteTree(Path directory) throws IOException {
    try (Stream<Path> files = Files.walk(directory)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    }
  }
}
