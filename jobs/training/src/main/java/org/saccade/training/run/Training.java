package org.saccade.training.run;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.saccade.operators.probability.SplitMix;
import org.saccade.training.data.Batches;
import org.saccade.training.data.Window;
import org.saccade.training.network.Batch;
import org.saccade.training.network.Learner;
import org.saccade.training.network.Weights;

/**
 * A training: epoch after epoch over the same windows. Every draw is a hash of the plan's seed, the
 * epoch and the window's number, so that a training that goes on from a checkpoint goes the way it
 * would have gone.
 */
public final class Training {
  private static final long INITIAL = 1;
  private static final long ORDER = 2;
  private static final long WINDOWS = 3;

  private final Plan plan;
  private final List<Window> windows;
  private final Batches batches;
  private final Learner learner;
  private final List<Epoch> epochs = new ArrayList<>();

  /**
   * @param windows trained on, at least as many as a batch
   */
  public Training(Plan plan, List<Window> windows) {
    if (windows.size() < plan.batch()) {
      throw new IllegalArgumentException(
          windows.size() + " windows to train on; batch=" + plan.batch() + " needs as many");
    }
    this.plan = plan;
    this.windows = List.copyOf(windows);
    this.batches = new Batches(plan.parameters(), plan.preprocessing());
    this.learner =
        new Learner(
            plan.parameters(),
            plan.through(),
            plan.alpha(),
            plan.loss(),
            Weights.initial(plan.parameters(), SplitMix.at(plan.seed(), INITIAL)),
            plan.decay());
  }

  public Plan plan() {
    return plan;
  }

  public Learner learner() {
    return learner;
  }

  /** The epochs so far. */
  public List<Epoch> epochs() {
    return Collections.unmodifiableList(epochs);
  }

  public boolean isDone() {
    return epochs.size() >= plan.epochs();
  }

  /** Updates of an epoch; windows that fill no batch wait for another epoch's order. */
  public int updatesAnEpoch() {
    return windows.size() / plan.batch();
  }

  /**
   * Trains one epoch more.
   *
   * @param heldOut not trained on, scored afterwards; may be empty
   */
  public Epoch epoch(List<Window> heldOut) {
    int number = epochs.size();
    long seed = SplitMix.at(SplitMix.at(plan.seed(), WINDOWS), number);
    int[] order = order(number);
    double loss = 0;
    int right = 0;
    int updates = updatesAnEpoch();
    for (int u = 0; u < updates; u++) {
      List<Window> chosen = new ArrayList<>();
      long[] seeds = new long[plan.batch()];
      for (int i = 0; i < seeds.length; i++) {
        int window = order[u * plan.batch() + i];
        chosen.add(windows.get(window));
        seeds[i] = SplitMix.at(seed, window);
      }
      Batch batch = batches.of(chosen, seeds, plan.augmentation());
      long update = (long) number * updates + u;
      Learner.Outcome outcome =
          learner.learn(batch, plan.rate(update, (long) plan.epochs() * updates));
      loss += outcome.loss();
      right += Scoring.right(outcome.scores(), batch.labels());
    }
    double seen = (double) updates * plan.batch();
    double accuracy = heldOut.isEmpty() ? Double.NaN : scoring().of(heldOut, 1).accuracy();
    Epoch epoch = new Epoch(number + 1, loss / updates, right / seen, accuracy);
    epochs.add(epoch);
    return epoch;
  }

  /** Scores by the weights as they are. */
  public Scoring scoring() {
    return new Scoring(plan.parameters(), plan.preprocessing(), learner);
  }

  private int[] order(int epoch) {
    SplitMix random = new SplitMix(SplitMix.at(SplitMix.at(plan.seed(), ORDER), epoch));
    int[] order = new int[windows.size()];
    for (int i = 0; i < order.length; i++) {
      int j = random.nextInt(i + 1);
      order[i] = order[j];
      order[j] = i;
    }
    return order;
  }

  /** Goes on after epochs that were trained before; the learner has their weights already. */
  void restored(List<Epoch> before) {
    epochs.clear();
    epochs.addAll(before);
  }
}
