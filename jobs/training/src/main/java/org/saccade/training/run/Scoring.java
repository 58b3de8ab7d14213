package org.saccade.training.run;

import java.util.ArrayList;
import java.util.List;
import org.saccade.operators.probability.SplitMix;
import org.saccade.operators.spikepoint.Preprocessing;
import org.saccade.operators.spikepoint.SpikePointParameters;
import org.saccade.training.data.Augmentation;
import org.saccade.training.data.Batches;
import org.saccade.training.data.Window;
import org.saccade.training.network.Batch;
import org.saccade.training.network.Learner;

/** Scores windows that are not trained on, as inference would. */
public final class Scoring {
  private static final int BATCH = 25;
  private static final long SEED = 0x5C0;

  private final Batches batches;
  private final Learner learner;
  private final int classes;

  Scoring(SpikePointParameters parameters, Preprocessing preprocessing, Learner learner) {
    this.batches = new Batches(parameters, preprocessing);
    this.learner = learner;
    this.classes = parameters.classes();
  }

  /**
   * Scores of windows.
   *
   * @param scores a row a window: mean of the samplings
   * @param labels a class number a window
   * @param clips what votes together
   */
  public record Result(float[][] scores, int[] labels, int[] clips) {
    /** Part of the windows whose highest score is their class's. */
    public double accuracy() {
      return right(scores, labels) / (double) labels.length;
    }

    /** Part of the clips whose windows' added scores are highest for their class. */
    public double accuracyOfClips() {
      return byClip().accuracy();
    }

    /** Several after one another. */
    static Result joined(List<Result> results) {
      List<float[]> scores = new ArrayList<>();
      List<Integer> labels = new ArrayList<>();
      List<Integer> clips = new ArrayList<>();
      for (Result result : results) {
        for (int i = 0; i < result.labels().length; i++) {
          scores.add(result.scores()[i]);
          labels.add(result.labels()[i]);
          clips.add(result.clips()[i]);
        }
      }
      return new Result(
          scores.toArray(float[][]::new),
          labels.stream().mapToInt(i -> i).toArray(),
          clips.stream().mapToInt(i -> i).toArray());
    }

    /** Windows of a clip added up. */
    Result byClip() {
      List<Integer> seen = new ArrayList<>();
      List<float[]> sums = new ArrayList<>();
      List<Integer> label = new ArrayList<>();
      for (int i = 0; i < labels.length; i++) {
        int at = seen.indexOf(clips[i]);
        if (at < 0) {
          at = seen.size();
          seen.add(clips[i]);
          sums.add(new float[scores[i].length]);
          label.add(labels[i]);
        }
        for (int c = 0; c < scores[i].length; c++) {
          sums.get(at)[c] += scores[i][c];
        }
      }
      return new Result(
          sums.toArray(float[][]::new),
          label.stream().mapToInt(i -> i).toArray(),
          seen.stream().mapToInt(i -> i).toArray());
    }
  }

  /**
   * Scores windows.
   *
   * @param samplings how often each is sampled and coded anew; scores are averaged
   */
  public Result of(List<Window> windows, int samplings) {
    float[][] scores = new float[windows.size()][classes];
    for (int s = 0; s < samplings; s++) {
      for (int from = 0; from < windows.size(); from += BATCH) {
        int to = Math.min(from + BATCH, windows.size());
        add(windows.subList(from, to), from, s, samplings, scores);
      }
    }
    return new Result(
        scores,
        windows.stream().mapToInt(Window::label).toArray(),
        windows.stream().mapToInt(Window::clip).toArray());
  }

  private void add(List<Window> part, int from, int sampling, int samplings, float[][] scores) {
    long[] seeds = new long[part.size()];
    for (int i = 0; i < seeds.length; i++) {
      seeds[i] = SplitMix.at(SplitMix.at(SEED, sampling), from + i);
    }
    Batch batch = batches.of(part, seeds, Augmentation.NONE);
    float[][] found = learner.scores(batch);
    for (int i = 0; i < found.length; i++) {
      for (int c = 0; c < classes; c++) {
        scores[from + i][c] += found[i][c] / samplings;
      }
    }
  }

  /** How many rows are highest at their label; the first of equals counts. */
  static int right(float[][] scores, int[] labels) {
    int right = 0;
    for (int i = 0; i < labels.length; i++) {
      int best = 0;
      for (int c = 1; c < scores[i].length; c++) {
        best = scores[i][c] > scores[i][best] ? c : best;
      }
      right += best == labels[i] ? 1 : 0;
    }
    return right;
  }
}
