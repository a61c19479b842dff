package org.kitstream.ops.box;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.Arrays;
import java.util.List;
import org.apache.flink.runtime.checkpoint.metadata.CheckpointMetadata;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CheckpointsTest {

  @TempDir private Path jobDirectory;

  @Test
  void thereIsNoneBeforeTheFirst() throws Exception {
    assertThat(Checkpoints.newestComplete(jobDirectory.resolve("never"))).isEmpty();
    assertThat(Checkpoints.newestComplete(jobDirectory)).isEmpty();
  }

  @Test
  void theNewestOfAllRunsIsFound() throws Exception {
    checkpoint("run-a/chk-9", 1_000);
    Path newest = checkpoint("run-b/chk-2", 3_000);
    checkpoint("run-b/chk-1", 2_000);

    assertThat(Checkpoints.newestComplete(jobDirectory)).contains(newest);
  }

  @Test
  void aTruncatedOneIsPassedOver() throws Exception {
    Path older = checkpoint("run-a/chk-1", 1_000);
    Path newer = checkpoint("run-a/chk-2", 2_000);
    byte[] whole = Files.readAllBytes(newer.resolve("_metadata"));
    Files.write(newer.resolve("_metadata"), Arrays.copyOf(whole, whole.length / 2));
    Files.setLastModifiedTime(newer.resolve("_metadata"), FileTime.fromMillis(3_000));
    Files.createDirectories(jobDirectory.resolve("run-a/chk-3"));

    assertThat(Checkpoints.newestComplete(jobDirectory)).contains(older);
  }

  private Path checkpoint(String name, long modifiedAt) throws IOException {
    Path directory = Files.createDirectories(jobDirectory.resolve(name));
    Path metadata = directory.resolve("_metadata");
    try (var out = new DataOutputStream(Files.newOutputStream(metadata))) {
      org.apache.flink.runtime.checkpoint.Checkpoints.storeCheckpointMetadata(
          new CheckpointMetadata(1, List.of(), List.of()), out);
    }
    Files.setLastModifiedTime(metadata, FileTime.fromMillis(modifiedAt));
    return directory;
  }
}
