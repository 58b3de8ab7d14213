package org.saccade.local.cli;

import picocli.CommandLine;
import picocli.CommandLine.Command;

/** Simulated recordings with labels. */
@Command(
    name = "simulate",
    mixinStandardHelpOptions = true,
    header = "Simulated recordings with labels, the same from the same seed.",
    subcommands = {SimulateGesturesCommand.class})
final class SimulateCommand implements Runnable {
  @CommandLine.Spec CommandLine.Model.CommandSpec spec;

  @Override
  public void run() {
    throw new CommandLine.ParameterException(
        spec.commandLine(),
        "simulate: name what to simulate: "
            + String.join(", ", spec.commandLine().getSubcommands().keySet()));
  }
}
