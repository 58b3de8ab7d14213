package org.saccade.local.cli;

import picocli.CommandLine;
import picocli.CommandLine.Command;

/** Models from labelled data. */
@Command(
    name = "train",
    mixinStandardHelpOptions = true,
    header = "Train a model from labelled data.",
    footer = {
      "  spikepoint  Train a SpikePoint model on labelled recordings; on PyTorch, in a jar of its own.",
    },
    subcommands = {TrainJointCommand.class})
final class TrainCommand implements Runnable {
  @CommandLine.Spec CommandLine.Model.CommandSpec spec;

  @Override
  public void run() {
    throw new CommandLine.ParameterException(
        spec.commandLine(),
        "train: name what to train: "
            + String.join(", ", spec.commandLine().getSubcommands().keySet())
            + ", spikepoint");
  }
}
