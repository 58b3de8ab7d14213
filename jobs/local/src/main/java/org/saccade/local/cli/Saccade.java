package org.saccade.local.cli;

import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** The command line's root. */
@Command(
    name = "saccade",
    description = "Spiking sensors on Kafka and Flink.",
    mixinStandardHelpOptions = true,
    version = "saccade 0.1.0",
    subcommands = {
      DemoCommand.class,
      InfoCommand.class,
      CatCommand.class,
      ConvertCommand.class,
      ReplayCommand.class,
      RunCommand.class,
      TailCommand.class,
      TopicsCommand.class,
      CheckCommand.class,
    })
public final class Saccade implements Runnable {
  @Option(
      names = "--debug",
      scope = CommandLine.ScopeType.INHERIT,
      description = "Show stack traces.")
  boolean debug;

  @CommandLine.Spec CommandLine.Model.CommandSpec spec;

  private Saccade() {}

  @Override
  public void run() {
    spec.commandLine().usage(System.out);
  }

  /** Runs a command line and gives its exit status. */
  public static int run(String... args) {
    Saccade root = new Saccade();
    CommandLine line = new CommandLine(root).setCaseInsensitiveEnumValuesAllowed(true);
    line.setParameterExceptionHandler(
        (e, a) -> {
          System.err.println("saccade: " + Errors.oneLine(e.getMessage()) + Errors.hint(e));
          return Errors.UNUSABLE;
        });
    line.setExecutionExceptionHandler(
        (e, command, parsed) -> {
          if (root.debug) {
            e.printStackTrace();
          }
          System.err.println("saccade: " + Errors.message(e));
          return Errors.status(e);
        });
    return line.execute(args);
  }
}
