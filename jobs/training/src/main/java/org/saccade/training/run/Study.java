package org.saccade.training.run;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.saccade.connectors.labelled.LabelledData;
import org.saccade.connectors.labelled.LabelledSet;
import org.saccade.connectors.labelled.Split;
import org.saccade.operators.spikepoint.Confidence;
import org.saccade.operators.spikepoint.ModelMetadata;
import org.saccade.operators.spikepoint.SpikePointModel;
import org.saccade.training.data.Window;
import org.saccade.training.data.Windows;

/**
 * What the command does: trains on a part and scores on the rest, or trains and scores once a fold
 * and then trains on everything; fits the temperature to what was not trained on; writes the model
 * and the plot.
 */
public final class Study {
  private final Plan plan;
  private final LabelledData labelled;
  private final Windows windows;
  private final Path output;
  private final boolean restart;
  private final PrintStream out;

  /**
   * @param output of the model; checkpoints lie beside it until it is there
   * @param restart whether checkpoints that are there are left unread
   */
  public Study(
      Plan plan,
      LabelledData labelled,
      Windows windows,
      Path output,
      boolean restart,
      PrintStream out) {
    this.plan = plan;
    this.labelled = labelled;
    this.windows = windows;
    this.output = output;
    this.restart = restart;
    this.out = out;
  }

  /**
   * Runs it.
   *
   * @param folds of a cross-validation, over the part to train on where the data have a split of
   *     their own; 0: none
   * @param holdOut without folds and where the data have no split of their own: part of the clips
   *     that is not trained on
   */
  public void run(int folds, double holdOut) throws IOException {
    // What the data's own split keeps to test on is trained on by nothing here.
    LabelledSet set = labelled.official().map(Split::train).orElse(labelled.set());
    List<Checkpoint> checkpoints = new ArrayList<>();
    Training last;
    Scoring.Result unseen;
    if (folds > 0) {
      List<Scoring.Result> parts = new ArrayList<>();
      List<Split> splits = Split.folds(set, folds, plan.seed());
      for (int fold = 0; fold < folds; fold++) {
        checkpoints.add(checkpoint(".fold" + (fold + 1)));
        String name = "fold " + (fold + 1) + " of " + folds;
        parts.add(score(train(splits.get(fold), checkpoints.get(fold), name), splits.get(fold)));
        print(name, parts.get(fold));
      }
      unseen = Scoring.Result.joined(parts);
      print(folds + " folds", unseen);
      Split all = new Split(set, set.where(clip -> false));
      checkpoints.add(checkpoint(""));
      last = train(all, checkpoints.get(folds), "all");
      if (labelled.official().isPresent()) {
        print("held out", score(last, labelled.official().get()));
      }
    } else {
      Split split = labelled.official().orElseGet(() -> Split.random(set, holdOut, plan.seed()));
      checkpoints.add(checkpoint(""));
      last = train(split, checkpoints.get(0), "training");
      unseen = score(last, split);
      print("held out", unseen);
    }
    Confidence confidence = Temperature.fit(unseen.scores(), unseen.labels());
    out.printf(
        Locale.ROOT,
        "temperature %.4f; fitted to one half of the clips, calibration error on the other %.4f%n",
        confidence.temperature(),
        CalibrationError.crossed(unseen));
    write(last, confidence);
    for (Checkpoint checkpoint : checkpoints) {
      checkpoint.delete();
    }
  }

  private Checkpoint checkpoint(String suffix) {
    return new Checkpoint(output.resolveSibling(output.getFileName() + suffix + ".checkpoint"));
  }

  private Training train(Split split, Checkpoint checkpoint, String name) throws IOException {
    List<Window> seen = windows.of(split.train());
    List<Window> heldOut = windows.of(split.test());
    Training training = new Training(plan, seen);
    if (!restart && checkpoint.exists()) {
      checkpoint.restore(training, seen);
      out.printf("%s: going on after epoch %d%n", name, training.epochs().size());
    }
    while (!training.isDone()) {
      long begin = System.nanoTime();
      double processor = Usage.processorSeconds();
      // Looking at what is held out costs time and changes nothing: every fifth epoch is enough.
      boolean look = (training.epochs().size() + 1) % 5 == 0;
      Epoch epoch = training.epoch(look ? heldOut : List.of());
      checkpoint.write(training, seen);
      out.printf(
          Locale.ROOT,
          "%s: epoch %d of %d, loss %.4f, accuracy %.3f%s, %.1f s, processor %.1f s%n",
          name,
          epoch.number(),
          plan.epochs(),
          epoch.loss(),
          epoch.accuracy(),
          Double.isNaN(epoch.heldOut())
              ? ""
              : String.format(Locale.ROOT, ", held out %.3f", epoch.heldOut()),
          (System.nanoTime() - begin) / 1e9,
          Usage.processorSeconds() - processor);
    }
    return training;
  }

  private Scoring.Result score(Training training, Split split) {
    return training.scoring().of(windows.of(split.test()), plan.parameters().samplings());
  }

  private void print(String name, Scoring.Result result) {
    out.printf(
        Locale.ROOT,
        "%s: accuracy %.4f of %d windows, %.4f of %d clips%n",
        name,
        result.accuracy(),
        result.labels().length,
        result.accuracyOfClips(),
        result.byClip().labels().length);
  }

  private void write(Training training, Confidence confidence) throws IOException {
    ModelMetadata metadata =
        new ModelMetadata(
            plan.parameters(), plan.preprocessing(), labelled.set().classes(), confidence);
    byte[] bytes = SpikePointModel.file(metadata, training.learner().weights().tensors()).toBytes();
    Files.write(output, bytes);
    Path plot =
        output.resolveSibling(
            output.getFileName().toString().replaceFirst("\\.[^.]*$", "") + ".svg");
    Files.writeString(plot, Plot.svg(output.getFileName().toString(), training.epochs()));
    out.printf("%s (%d bytes), %s%n", output, bytes.length, plot);
    out.println(Usage.peakMemory());
  }
}
