package org.kitstream.ops.box;

import java.io.DataInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.flink.util.FileUtils;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The checkpoints that a job has left in its directory: {@code <job id>/chk-<n>/_metadata}. */
final class Checkpoints {

  private static final Logger LOGGER = LoggerFactory.getLogger(Checkpoints.class);
  private static final String METADATA = "_metadata";
  private static final int RUNS_KEPT = 3;

  private Checkpoints() {}

  /**
   * The newest checkpoint whose metadata can be read whole. A box that was killed while it wrote
   * one leaves an older one that is good.
   */
  static Optional<Path> newestComplete(Path jobDirectory) throws IOException {
    if (!Files.isDirectory(jobDirectory)) {
      return Optional.empty();
    }
    return newestFirst(jobDirectory).stream().filter(Checkpoints::isReadable).findFirst();
  }

  /**
   * Deletes what runs before the last few have left. Every start of a job is a run with a directory
   * of its own, and a run that has completed a checkpoint needs nothing of an earlier one.
   */
  static void forgetOldRuns(Path jobDirectory) throws IOException {
    if (!Files.isDirectory(jobDirectory)) {
      return;
    }
    Set<Path> kept =
        newestFirst(jobDirectory).stream()
            .map(Path::getParent)
            .distinct()
            .limit(RUNS_KEPT)
            .collect(Collectors.toSet());
    try (Stream<Path> runs = Files.list(jobDirectory)) {
      for (Path run : runs.filter(candidate -> !kept.contains(candidate)).toList()) {
        FileUtils.deleteFileOrDirectory(run.toFile());
      }
    }
  }

  private static List<Path> newestFirst(Path jobDirectory) throws IOException {
    try (Stream<Path> files = Files.find(jobDirectory, 3, (path, attributes) -> isMetadata(path))) {
      return files
          .sorted(Comparator.comparing(Checkpoints::modifiedAt).reversed())
          .map(Checkpoints::directoryOf)
          .toList();
    }
  }

  private static boolean isMetadata(Path path) {
    return path.endsWith(METADATA);
  }

  private static Path directoryOf(Path metadata) {
    return Objects.requireNonNull(metadata.getParent());
  }

  private static FileTime modifiedAt(Path file) {
    try {
      return Files.getLastModifiedTime(file);
    } catch (IOException e) {
      return FileTime.fromMillis(0);
    }
  }

  private static boolean isReadable(Path checkpoint) {
    Path metadata = checkpoint.resolve(METADATA);
    try (var in = new DataInputStream(Files.newInputStream(metadata))) {
      org.apache.flink.runtime.checkpoint.Checkpoints.loadCheckpointMetadata(
          in, Checkpoints.class.getClassLoader(), checkpoint.toUri().toString());
      return true;
    } catch (IOException | RuntimeException e) {
      LOGGER
          .atWarn()
          .addKeyValue("checkpoint", checkpoint)
          .log("checkpoint is damaged; passed over");
      return false;
    }
  }
}
