package org.saccade.benchmarks.ridge;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import org.saccade.connectors.labelled.LabelledClip;
import org.saccade.connectors.labelled.LabelledData;
import org.saccade.connectors.labelled.LabelledSet;
import org.saccade.connectors.labelled.Split;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code saccade bench ridge}: what kernel ridge regression reaches on labelled recordings. */
@Command(
    name = "ridge",
    mixinStandardHelpOptions = true,
    description = {
      "Kernel ridge regression on time-binned frames of labelled recordings, and on the same frames",
      "without time: what a network has to beat. Split as the data say, or cross-validated."
    })
public final class Ridge implements Callable<Integer> {
  @Option(names = "--data", required = true, description = "Folder of labelled recordings.")
  private Path data;

  @Option(names = "--labels", description = "Label file (default: found by what the folder holds).")
  private Path labels;

  @Option(
      names = "--folds",
      description = "Cross-validation (default: the data's own split, or 5).")
  private int folds;

  @Option(names = "--without", description = "A class to leave out, such as other_gestures.")
  private String without;

  @Option(
      names = "--window",
      description = "Microseconds; 0: a clip is one window (${DEFAULT-VALUE}).")
  private long window = 500_000;

  @Option(names = "--step", description = "Microseconds from window to window (${DEFAULT-VALUE}).")
  private long step = 250_000;

  @Option(names = "--grid", description = "Cells along each side (${DEFAULT-VALUE}).")
  private int grid = 16;

  @Option(names = "--bins", description = "Bins of time (${DEFAULT-VALUE}).")
  private int bins = 8;

  @Option(names = "--seed", description = "Of the folds (${DEFAULT-VALUE}).")
  private long seed = 1;

  @Override
  public Integer call() throws IOException {
    LabelledData read = LabelledData.read(data, labels);
    LabelledData found = without == null ? read : read.without(without);
    LabelledSet set = found.set();
    BinnedWindows windows = new BinnedWindows(set, grid, bins, window, step);
    List<Split> splits = splits(found);
    System.out.printf(
        Locale.ROOT,
        "%d clips of %d subjects, %d classes; %s%n",
        set.clips().size(),
        set.subjects().size(),
        set.classes().size(),
        splits.size() == 1 ? "the data's own split" : splits.size() + " folds");
    print("time-binned", score(splits, windows, counts -> counts));
    print("without time", score(splits, windows, windows::withoutTime));
    return 0;
  }

  private List<Split> splits(LabelledData found) {
    return folds > 0 || found.official().isEmpty()
        ? Split.folds(found.set(), folds > 0 ? folds : 5, seed)
        : List.of(found.official().get());
  }

  /** Right and all, of windows and of clips whose windows' scores are added. */
  record Score(int right, int windows, int rightClips, int clips) {}

  static Score score(List<Split> splits, BinnedWindows windows, UnaryOperator<float[]> form) {
    int[] sums = new int[4];
    for (Split split : splits) {
      List<float[]> seen = new ArrayList<>();
      List<Integer> classes = new ArrayList<>();
      for (LabelledClip clip : split.train().clips()) {
        for (float[] counts : windows.of(clip)) {
          seen.add(BinnedWindows.scaled(form.apply(counts)));
          classes.add(split.train().classOf(clip));
        }
      }
      KernelRidge ridge =
          new KernelRidge(
              seen.toArray(float[][]::new),
              classes.stream().mapToInt(i -> i).toArray(),
              split.train().classes().size());
      for (LabelledClip clip : split.test().clips()) {
        int label = split.test().classOf(clip);
        double[] sum = new double[split.test().classes().size()];
        for (float[] counts : windows.of(clip)) {
          double[] scores = ridge.scores(BinnedWindows.scaled(form.apply(counts)));
          sums[0] += highest(scores) == label ? 1 : 0;
          sums[1]++;
          for (int c = 0; c < sum.length; c++) {
            sum[c] += scores[c];
          }
        }
        sums[2] += highest(sum) == label ? 1 : 0;
        sums[3]++;
      }
    }
    return new Score(sums[0], sums[1], sums[2], sums[3]);
  }

  private static int highest(double[] scores) {
    return IntStream.range(0, scores.length)
        .reduce((a, b) -> scores[b] > scores[a] ? b : a)
        .orElseThrow();
  }

  private static void print(String name, Score score) {
    System.out.printf(
        Locale.ROOT,
        "%-14s windows %d of %d (%.1f %%), clips %d of %d (%.1f %%)%n",
        name,
        score.right(),
        score.windows(),
        100.0 * score.right() / score.windows(),
        score.rightClips(),
        score.clips(),
        100.0 * score.rightClips() / score.clips());
  }
}
