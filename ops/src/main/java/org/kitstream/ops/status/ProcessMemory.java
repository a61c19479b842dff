package org.kitstream.ops.status;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The memory of processes, as Linux accounts for it. */
final class ProcessMemory {

  private static final Path PROC = Path.of("/proc");

  private ProcessMemory() {}

  /** Resident bytes of a process and all its descendants. */
  static long ofFamily(long pid) {
    return ProcessHandle.of(pid).stream()
        .flatMap(handle -> Stream.concat(Stream.of(handle), handle.descendants()))
        .mapToLong(handle -> ofProcess(handle.pid()))
        .sum();
  }

  /**
   * Resident bytes of one process. A page that several share counts in parts (proportional set
   * size), so that the figures of several processes add up.
   */
  static long ofProcess(long pid) {
    Path directory = PROC.resolve(Long.toString(pid));
    return kilobytes(directory.resolve("smaps_rollup"), "Pss:")
            .or(() -> kilobytes(directory.resolve("status"), "VmRSS:"))
            .orElse(0L)
        << 10;
  }

  private static Optional<Long> kilobytes(Path file, String name) {
    try {
      List<String> lines = Files.readAllLines(file);
      return lines.stream()
          .filter(line -> line.startsWith(name))
          .map(line -> Long.parseLong(line.replaceAll("\\D", "")))
          .findFirst();
    } catch (IOException e) {
      return Optional.empty(); // ended meanwhile, or another user's
    }
  }
}
