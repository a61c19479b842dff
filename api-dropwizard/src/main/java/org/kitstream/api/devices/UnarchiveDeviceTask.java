package org.kitstream.api.devices;

import io.dropwizard.servlets.tasks.Task;
import java.io.PrintWriter;
import java.util.List;
import java.util.Map;

/** {@code POST /tasks/unarchive-device?id=…} on the admin port: for support only. */
public final class UnarchiveDeviceTask extends Task {

  private final DeviceArchive archive;

  public UnarchiveDeviceTask(DeviceArchive archive) {
    super("unarchive-device");
    this.archive = archive;
  }

  @Override
  public void execute(Map<String, List<String>> parameters, PrintWriter output) {
    for (String id : parameters.getOrDefault("id", List.of())) {
      boolean back = archive.unarchive(Long.parseLong(id));
      output.printf("%s: %s%n", id, back ? "is back" : "not in the archive, or its owner is");
    }
  }
}
