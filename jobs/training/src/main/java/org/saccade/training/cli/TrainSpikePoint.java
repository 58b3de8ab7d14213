package org.saccade.training.cli;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.saccade.connectors.labelled.LabelledData;
import org.saccade.connectors.labelled.LabelledSet;
import org.saccade.connectors.recording.ReadOptions;
import org.saccade.operators.spikepoint.InputCode;
import org.saccade.operators.spikepoint.Preprocessing;
import org.saccade.operators.spikepoint.Reset;
import org.saccade.operators.spikepoint.SpikePointParameters;
import org.saccade.operators.spikepoint.Widths;
import org.saccade.training.data.Augmentation;
import org.saccade.training.data.Windows;
import org.saccade.training.network.Loss;
import org.saccade.training.network.PyTorch;
import org.saccade.training.network.Through;
import org.saccade.training.run.Plan;
import org.saccade.training.run.Study;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code saccade train spikepoint}. */
@Command(
    name = "saccade train spikepoint",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    usageHelpAutoWidth = true,
    description = {
      "Trains a SpikePoint model on labelled recordings: a folder a class, a label file, or DVS128 "
          + "Gesture. Recordings and subjects are split, windows never.",
      "The same command goes on where a killed one was, by the checkpoint beside the output."
    })
public final class TrainSpikePoint implements Callable<Integer> {
  private final PrintStream out;

  @Option(names = "--data", required = true, paramLabel = "DIR", description = "The recordings.")
  private Path data;

  @Option(
      names = "--labels",
      paramLabel = "FILE",
      description = "Recording and label, a line each; else found in the folder.")
  private Path labels;

  @Option(
      names = "--without",
      paramLabel = "LABEL",
      description = "A class to leave out, such as other_gestures.")
  private String without;

  @Option(
      names = "--output",
      required = true,
      paramLabel = "FILE.safetensors",
      description = "The model; a plot lies beside it as FILE.svg.")
  private Path output;

  @Option(
      names = "--folds",
      paramLabel = "N",
      description = "First cross-validate with N folds and print the accuracy.")
  private int folds;

  @Option(
      names = "--hold-out",
      paramLabel = "PART",
      description =
          "Without --folds: part of the subjects that is not trained on, for the temperature and "
              + "the accuracy (default: ${DEFAULT-VALUE}; the data's own split where there is one).")
  private double holdOut = 0.1;

  @Option(names = "--window", paramLabel = "MICROS", description = DEFAULT)
  private long window = 500_000;

  @Option(
      names = "--step",
      paramLabel = "MICROS",
      description = "From window to window (default: --window).")
  private Long step;

  @Option(names = "--least-events", paramLabel = "N", description = DEFAULT)
  private int leastEvents = 101;

  @Option(
      names = "--crop",
      split = ",",
      arity = "1",
      paramLabel = "LEFT,TOP,WIDTH,HEIGHT",
      description = "Pixels that are used (default: ${DEFAULT-VALUE}).")
  private int[] crop = {0, 0, 128, 128};

  @Option(
      names = "--sensor",
      split = ",",
      arity = "1",
      paramLabel = "WIDTH,HEIGHT",
      description =
          "Size of the sensor that --crop is of: what another sensor sees is brought to it "
              + "(default: the crop is taken of any sensor as it is).")
  private int[] sensor = {0, 0};

  @Option(names = "--polarity", description = DEFAULT_OF)
  private Preprocessing.Polarity polarity = Preprocessing.Polarity.BOTH;

  @Option(
      names = "--lone",
      paramLabel = "MICROS",
      description =
          "Events without another at a neighbouring pixel that near in time are left out, in "
              + "training and by the model: noise. 0: all stay. "
              + DEFAULT)
  private long lone;

  @Option(names = "--points", paramLabel = "N", description = DEFAULT)
  private int points = 256;

  @Option(
      names = "--centroids",
      paramLabel = "M",
      description = "Groups, at most --points (default: --points).")
  private Integer centroids;

  @Option(names = "--neighbours", paramLabel = "K", description = DEFAULT)
  private int neighbours = 16;

  @Option(names = "--steps", paramLabel = "T", description = DEFAULT)
  private int steps = 4;

  @Option(
      names = "--code",
      description =
          "How numbers come in: as spikes drawn at every step, or as currents. " + DEFAULT_OF)
  private InputCode code = InputCode.DIRECT;

  @Option(
      names = "--widths",
      split = ",",
      arity = "1",
      paramLabel = "C1,C2,C3,C4",
      description = "Channels (default: ${DEFAULT-VALUE}).")
  private int[] widths = {32, 64, 128, 256};

  @Option(names = "--votes", paramLabel = "N", description = "Outputs a class. " + DEFAULT)
  private int votes = 10;

  @Option(
      names = "--samplings",
      paramLabel = "N",
      description =
          "How often the model samples a window that it classifies; scores are averaged. "
              + DEFAULT)
  private int samplings = 1;

  @Option(names = "--epochs", paramLabel = "N", description = DEFAULT)
  private int epochs = 60;

  @Option(names = "--batch", paramLabel = "N", description = DEFAULT)
  private int batch = 16;

  @Option(names = "--rate", paramLabel = "X", description = "Learning rate. " + DEFAULT)
  private double rate = 0.003;

  @Option(names = "--decay", paramLabel = "X", description = "Of the weights. " + DEFAULT)
  private double decay = 0.01;

  @Option(names = "--loss", description = DEFAULT_OF)
  private Loss loss = Loss.MSE;

  @Option(
      names = "--through",
      description =
          "How far gradients go back: through all steps, or within each step alone (SLTT). "
              + DEFAULT_OF)
  private Through through = Through.TIME;

  @Option(
      names = "--alpha",
      paramLabel = "X",
      description = "How narrow the gradient in place of the step's is. " + DEFAULT)
  private double alpha = 1;

  @Option(
      names = "--augment",
      paramLabel = "X",
      description =
          "How much windows are turned, scaled, sheared, moved and thinned out; 0: not at all, 1: "
              + "digits (turned by up to 15 degrees). "
              + DEFAULT)
  private double augment = 1;

  @Option(names = "--seed", paramLabel = "N", description = DEFAULT)
  private long seed = 1;

  @Option(
      names = "--threads",
      paramLabel = "N",
      description = "One gives the same bits every time. " + DEFAULT)
  private int threads = 1;

  @Option(names = "--restart", description = "Leave checkpoints unread.")
  private boolean restart;

  private static final String DEFAULT = "(default: ${DEFAULT-VALUE})";
  private static final String DEFAULT_OF =
      "One of ${COMPLETION-CANDIDATES} (default: ${DEFAULT-VALUE}).";

  private TrainSpikePoint(PrintStream out) {
    this.out = out;
  }

  /**
   * Runs the command.
   *
   * @return its exit status: 0 done, 2 the arguments or the input are unusable
   */
  public static int execute(String[] args, PrintStream out, PrintStream err) {
    CommandLine line = new CommandLine(new TrainSpikePoint(out));
    line.setCaseInsensitiveEnumValuesAllowed(true);
    line.setParameterExceptionHandler(
        (e, given) -> {
          err.println("saccade train spikepoint: " + e.getMessage());
          return 2;
        });
    line.setExecutionExceptionHandler(
        (e, command, result) -> {
          if (e instanceof IOException || e instanceof IllegalArgumentException) {
            err.println("saccade train spikepoint: " + e.getMessage());
            return 2;
          }
          throw e;
        });
    return line.execute(args);
  }

  @Override
  public Integer call() throws IOException {
    if (widths.length != 4 || crop.length != 4) {
      throw new IllegalArgumentException("--widths and --crop take four numbers with commas");
    }
    if (sensor.length != 2) {
      throw new IllegalArgumentException("--sensor takes two numbers with a comma");
    }
    PyTorch.start(threads);
    LabelledData labelled = LabelledData.read(data, labels);
    labelled.remarks().forEach(out::println);
    labelled = without == null ? labelled : labelled.without(without);
    LabelledSet set = labelled.set();
    Plan plan = plan(set.classes().size());
    Windows windows = Windows.read(set, plan.preprocessing(), ReadOptions.DEFAULT);
    out.printf(
        Locale.ROOT,
        "%d clips of %d subjects, %d classes, %d windows%n",
        set.clips().size(),
        set.subjects().size(),
        set.classes().size(),
        windows.of(set).size());
    new Study(plan, labelled, windows, output, restart, out).run(folds, holdOut);
    return 0;
  }

  private Plan plan(int classes) {
    SpikePointParameters parameters =
        new SpikePointParameters(
            points,
            centroids == null ? points : centroids,
            neighbours,
            steps,
            new Widths(widths[0], widths[1], widths[2], widths[3]),
            classes,
            votes,
            Reset.HARD,
            code,
            samplings);
    Preprocessing preprocessing =
        new Preprocessing(
            window,
            step == null ? window : step,
            0,
            leastEvents,
            crop[0],
            crop[1],
            crop[2],
            crop[3],
            polarity,
            lone,
            sensor[0],
            sensor[1]);
    return new Plan(
        parameters,
        preprocessing,
        epochs,
        batch,
        rate,
        decay,
        loss,
        through,
        alpha,
        augment == 0
            ? Augmentation.NONE
            : new Augmentation(0.26, 0.18, 0.25, 0.09, 0.3, 0.1).times(augment),
        seed);
  }
}
