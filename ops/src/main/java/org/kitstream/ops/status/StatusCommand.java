package org.kitstream.ops.status;

import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.kitstream.ops.box.RunningBox;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Tells what runs, whether it is well, and how much memory it takes. */
@Command(
    name = "status",
    description =
        "Tells what runs, whether it is well, and how much memory it takes. Exit code 0: all is"
            + " well; 3: nothing runs; 4: a part is not well.",
    mixinStandardHelpOptions = true)
public final class StatusCommand implements Callable<Integer> {

  private static final int NOTHING_RUNS = 3;
  private static final int NOT_WELL = 4;

  @Option(
      names = "--data",
      paramLabel = "DIR",
      defaultValue = "var",
      description = "the data directory of the box (default: var)")
  private Path dataDirectory = Path.of("var");

  @Option(names = "--json", description = "prints JSON")
  private boolean json;

  @Spec private CommandSpec spec;

  /** Made by the command line, which fills in the options. */
  public StatusCommand() {
    this.spec = CommandSpec.create();
  }

  @Override
  public Integer call() throws Exception {
    PrintWriter out = spec.commandLine().getOut();
    Optional<RunningBox> box = RunningBox.on(dataDirectory);
    if (box.isEmpty()) {
      out.println(json ? "{\"running\":false}" : "No box runs on " + dataDirectory + ".");
      return NOTHING_RUNS;
    }
    BoxReport report = BoxReport.of(box.get(), dataDirectory.toAbsolutePath());
    if (json) {
      out.println(JsonMapper.builder().build().writeValueAsString(report));
    } else {
      print(report, out);
    }
    out.flush();
    return report.isWell() ? 0 : NOT_WELL;
  }

  private static void print(BoxReport report, PrintWriter out) {
    for (BoxReport.Part part : report.parts()) {
      out.printf(
          Locale.ROOT, "  %-22s %-5s %s%n", part.name(), part.well() ? "ok" : "DOWN", part.at());
    }
    out.println();
    report
        .memory()
        .forEach((name, bytes) -> out.printf(Locale.ROOT, "  %-22s %6d MB%n", name, bytes >> 20));
    out.printf(
        Locale.ROOT, "  %-22s %6d MB resident%n", "all processes", report.totalBytes() >> 20);
  }
}
