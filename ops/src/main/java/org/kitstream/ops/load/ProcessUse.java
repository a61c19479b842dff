package org.kitstream.ops.load;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.stream.Stream;

/** What a process uses. */
final class ProcessUse {

  private ProcessUse() {}

  /** CPU time used so far, by all threads. */
  static Duration cpu(ProcessHandle process) {
    return process.info().totalCpuDuration().orElse(Duration.ZERO);
  }

  /** Memory that is in RAM now, in kB; Linux only. */
  static long residentKilobytes(ProcessHandle process) {
    Path status = Path.of("/proc", String.valueOf(process.pid()), "status");
    try (Stream<String> lines = Files.lines(status)) {
      return lines
          .filter(line -> line.startsWith("VmRSS:"))
          .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")))
          .sum();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
