package org.saccade.local.cli;

import java.util.List;
import org.saccade.connectors.labelled.LabelledData;
import org.saccade.connectors.recording.TimeOrigin;
import org.saccade.connectors.recording.WriteOptions;
import org.saccade.connectors.replay.ReplayEpoch;
import org.saccade.local.simulate.GestureFiles;
import org.saccade.schemas.codec.BackwardTime;
import org.saccade.schemas.codec.OutOfFrame;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** The command line's root. */
@Command(
    name = "saccade",
    description = "Spiking sensors on Kafka and Flink.",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    footer = {
      "",
      "`saccade COMMAND --help` tells a command's options.",
      "Exit status: 0 done; 1 a job failed; 2 the arguments or the input are unusable; 3 a",
      "service cannot be reached."
    },
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
      MicrosaccadesCommand.class,
      ScoreCommand.class,
      TrainCommand.class,
      EvalCommand.class,
      SimulateCommand.class,
    })
public final class Saccade implements Runnable {
  private static final List<Class<? extends Enum<?>>> CHOICES =
      List.of(
          CatItems.class,
          CatCommand.Format.class,
          MicrosaccadesCommand.Eye.class,
          MicrosaccadesCommand.Method.class,
          TailCommand.From.class,
          WriteOptions.Compression.class,
          TimeOrigin.class,
          ReplayCommand.Encoding.class,
          ReplayEpoch.class,
          GestureFiles.Layout.class,
          LabelledData.Part.class,
          BackwardTime.class,
          OutOfFrame.class);

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
    CommandLine line = commandLine();
    int status = line.execute(args);
    try {
      System.out.flush();
      return status;
    } catch (Stdout.StdoutException e) {
      return line.<Saccade>getCommand().tell(e);
    }
  }

  static CommandLine commandLine() {
    Saccade root = new Saccade();
    CommandLine line = new CommandLine(root);
    Choices.register(line, CHOICES);
    line.setParameterExceptionHandler(
        (e, a) -> {
          System.err.println("saccade: " + Errors.message(e));
          return Errors.UNUSABLE;
        });
    line.setExecutionExceptionHandler((e, command, parsed) -> root.tell(e));
    return line;
  }

  /** Tells an error in one line, or more where that is asked for, and gives its exit status. */
  int tell(Exception e) {
    if (Errors.readerGone(e)) {
      return 0;
    }
    if (debug) {
      e.printStackTrace();
    }
    if (Errors.interrupted(e)) {
      return Errors.INTERRUPTED;
    }
    System.err.println("saccade: " + Errors.message(e));
    return Errors.status(e);
  }
}
