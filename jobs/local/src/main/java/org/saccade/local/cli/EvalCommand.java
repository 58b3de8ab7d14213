package org.saccade.local.cli;

import picocli.CommandLine;
import picocli.CommandLine.Command;

/** Models and detectors on labelled data. */
@Command(
    name = "eval",
    mixinStandardHelpOptions = true,
    header = "Figures of a model or detector on labelled data.",
    subcommands = {EvalNabCommand.class, EvalDriftCommand.class, EvalSpikePointCommand.class})
final class EvalCommand implements Runnable {
  @CommandLine.Spec CommandLine.Model.CommandSpec spec;

  @Override
  public void run() {
    throw new CommandLine.ParameterException(
        spec.commandLine(),
        "eval: name what to evaluate: "
            + String.join(", ", spec.commandLine().getSubcommands().keySet()));
  }
}
