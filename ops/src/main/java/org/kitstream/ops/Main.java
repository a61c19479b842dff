package org.kitstream.ops;

import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import org.kitstream.ops.box.BoxException;
import org.kitstream.ops.box.UpCommand;
import org.kitstream.ops.load.DoorLoad;
import org.kitstream.ops.status.StatusCommand;
import org.kitstream.parts.PartFailedException;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** The entry of every command; the scripts under {@code ops/} call it. */
@Command(
    name = "kitstream",
    description = "Runs Kitstream on this machine.",
    subcommands = {UpCommand.class, StatusCommand.class, DoorLoad.class},
    mixinStandardHelpOptions = true)
public final class Main {

  private Main() {}

  /** Runs one command; the exit code is 0, or 1 with one sentence that says what went wrong. */
  public static void main(String[] args) {
    var errors = new PrintWriter(System.err, true, StandardCharsets.UTF_8);
    int exitCode =
        new CommandLine(new Main())
            .setErr(errors)
            .setExecutionExceptionHandler(
                (failure, command, parsed) -> {
                  errors.println("kitstream: " + sentence(failure));
                  return 1;
                })
            .execute(args);
    System.exit(exitCode);
  }

  private static String sentence(Exception failure) {
    if (failure instanceof BoxException || failure instanceof PartFailedException) {
      return String.valueOf(failure.getMessage());
    }
    return "something unexpected went wrong: " + failure;
  }
}
