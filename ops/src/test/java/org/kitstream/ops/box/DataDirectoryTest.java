package org.kitstream.ops.box;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DataDirectoryTest {

  @TempDir private Path parent;

  @Test
  void onlyOneBoxHasIt() throws Exception {
    Path root = parent.resolve("var");
    try (DataDirectory first = DataDirectory.open(root)) {
      assertThat(first.resolve("kafka")).isEqualTo(root.resolve("kafka"));
      assertThatThrownBy(() -> DataDirectory.open(root))
          .isInstanceOf(BoxException.class)
          .hasMessageContaining("already runs");
    }
    DataDirectory.open(root).close();
  }

  @Test
  void aNewerLayoutIsRefused() throws Exception {
    DataDirectory.open(parent).close();
    Files.writeString(parent.resolve("version"), "2\n");

    assertThatThrownBy(() -> DataDirectory.open(parent))
        .isInstanceOf(BoxException.class)
        .hasMessageContaining("newer Kitstream");
  }

  @Test
  void whatIsNoDirectoryIsRefused() throws Exception {
    Path file = Files.createFile(parent.resolve("file"));

    assertThatThrownBy(() -> DataDirectory.open(file))
        .isInstanceOf(BoxException.class)
        .hasMessageContaining("cannot be used");
  }

  @Test
  void aSecretIsMadeOnceAndOnlyItsOwnerReadsIt() throws Exception {
    try (DataDirectory directory = DataDirectory.open(parent)) {
      String secret = directory.secret("admin-password", null);

      assertThat(secret).matches("[0-9a-f]{32}");
      assertThat(directory.secret("admin-password", "other")).isEqualTo(secret);
      assertThat(
              PosixFilePermissions.toString(
                  Files.getPosixFilePermissions(parent.resolve("admin-password"))))
          .isEqualTo("rw-------");
      assertThat(directory.secret("given", "chosen")).isEqualTo("chosen");
    }
  }
}
