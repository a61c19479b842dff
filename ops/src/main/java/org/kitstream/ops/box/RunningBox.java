package org.kitstream.ops.box;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Optional;

/**
 * What a box says of itself in its data directory while it runs, for {@code ops/status} and {@code
 * ops/down}. The file is there only while the box is ready.
 *
 * @param pid the process that holds the box
 * @param influx where its InfluxDB answers
 */
public record RunningBox(
    @JsonProperty("pid") long pid,
    @JsonProperty("ports") BoxPorts ports,
    @JsonProperty("influx") String influx) {

  private static final ObjectMapper JSON = JsonMapper.builder().build();
  private static final String FILE = "box.json";

  /** The box that runs on the data directory; empty when none does. */
  public static Optional<RunningBox> on(Path dataDirectory) {
    Path file = dataDirectory.resolve(FILE);
    if (!Files.exists(file)) {
      return Optional.empty();
    }
    try {
      RunningBox box = JSON.readValue(file.toFile(), RunningBox.class);
      return Optional.of(box)
          .filter(b -> ProcessHandle.of(b.pid()).filter(ProcessHandle::isAlive).isPresent());
    } catch (IOException e) {
      throw new BoxException("The file " + file + " cannot be read: " + e.getMessage(), e);
    }
  }

  void writeTo(Path dataDirectory) {
    Path fresh = dataDirectory.resolve(FILE + ".new");
    try {
      JSON.writeValue(fresh.toFile(), this);
      Files.move(fresh, dataDirectory.resolve(FILE), StandardCopyOption.ATOMIC_MOVE);
    } catch (IOException e) {
      throw new BoxException("The box cannot write to " + dataDirectory + ".", e);
    }
  }

  static void forget(Path dataDirectory) throws IOException {
    Files.deleteIfExists(dataDirectory.resolve(FILE));
  }
}
