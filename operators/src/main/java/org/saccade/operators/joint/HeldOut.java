package org.saccade.operators.joint;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import org.saccade.operators.joint.LayerTraining.Examples;

/**
 * What a trained layer is worth on series that it was not trained on, each left out in its turn, or
 * one of {@value #MOST_FOLDS} groups of many; of one series, each fifth of it.
 *
 * @param precision at the best threshold, part of the records above it that are labelled
 * @param recall part of the labelled records that are above it
 * @param averagePrecision mean of the precision over the recall: area under their curve
 * @param logit the best threshold, where F1 is highest
 */
public record HeldOut(double precision, double recall, double averagePrecision, double logit) {
  private static final int MOST_FOLDS = 10;
  private static final int PARTS = 5;

  /** A record's score and label. */
  private record Scored(double score, boolean label) {}

  /** F1, the harmonic mean of precision and recall. */
  public double f1() {
    return precision + recall == 0 ? 0 : 2 * precision * recall / (precision + recall);
  }

  /**
   * By leaving series out; those without which labels of one kind only are left are not left out.
   */
  static HeldOut of(List<String> dimensions, List<Examples> given, long seed) {
    List<Examples> series = given.size() == 1 ? parts(given.get(0)) : given;
    int folds = Math.min(MOST_FOLDS, series.size());
    List<Scored> all = new ArrayList<>();
    for (int fold = 0; fold < folds; fold++) {
      List<Examples> others = new ArrayList<>();
      List<Examples> left = new ArrayList<>();
      for (int k = 0; k < series.size(); k++) {
        (k % folds == fold ? left : others).add(series.get(k));
      }
      if (!LayerTraining.areOfBothKinds(others)) {
        continue;
      }
      TrainedLayer layer = LayerTraining.train(dimensions, others, seed);
      for (Examples one : left) {
        for (int i = 0; i < one.x().length; i++) {
          all.add(new Scored(layer.logit(one.x()[i]), one.labels()[i]));
        }
      }
    }
    return of(all);
  }

  private static List<Examples> parts(Examples whole) {
    List<Examples> parts = new ArrayList<>();
    int n = whole.x().length;
    for (int k = 0; k < PARTS; k++) {
      int from = n * k / PARTS;
      int to = n * (k + 1) / PARTS;
      parts.add(
          new Examples(
              Arrays.copyOfRange(whole.x(), from, to),
              Arrays.copyOfRange(whole.labels(), from, to)));
    }
    return parts;
  }

  /** Of scores of any detector. */
  public static HeldOut of(double[] scores, boolean[] labels) {
    List<Scored> all = new ArrayList<>();
    for (int i = 0; i < scores.length; i++) {
      all.add(new Scored(scores[i], labels[i]));
    }
    return of(all);
  }

  private static HeldOut of(List<Scored> all) {
    all.sort(Comparator.comparingDouble(Scored::score).reversed());
    long labelled = all.stream().filter(Scored::label).count();
    HeldOut best = new HeldOut(0, 0, 0, 0);
    double average = 0;
    long hits = 0;
    long before = 0;
    for (int i = 0; i < all.size(); i++) {
      hits += all.get(i).label() ? 1 : 0;
      if (i + 1 < all.size() && all.get(i + 1).score() == all.get(i).score()) {
        continue;
      }
      double precision = (double) hits / (i + 1);
      double recall = labelled == 0 ? 0 : (double) hits / labelled;
      average += labelled == 0 ? 0 : precision * (hits - before) / labelled;
      before = hits;
      // Between this score and the next one down.
      double between =
          i + 1 < all.size()
              ? (all.get(i).score() + all.get(i + 1).score()) / 2
              : all.get(i).score();
      HeldOut here = new HeldOut(precision, recall, 0, between);
      best = here.f1() > best.f1() ? here : best;
    }
    return new HeldOut(best.precision, best.recall, average, best.logit);
  }
}
