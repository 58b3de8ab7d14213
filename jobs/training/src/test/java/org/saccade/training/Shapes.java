package org.saccade.training;

import java.util.ArrayList;
import java.util.List;
import org.saccade.operators.probability.SplitMix;
import org.saccade.operators.spikepoint.InputCode;
import org.saccade.operators.spikepoint.Preprocessing;
import org.saccade.operators.spikepoint.Reset;
import org.saccade.operators.spikepoint.SpikePointParameters;
import org.saccade.operators.spikepoint.Widths;
import org.saccade.schemas.batch.EventBatch;
import org.saccade.training.data.Augmentation;
import org.saccade.training.data.Window;
import org.saccade.training.network.Loss;
import org.saccade.training.network.Through;
import org.saccade.training.run.Plan;

/** Windows of three things that are easily told apart: a lying bar, a standing bar, a ring. */
public final class Shapes {
  public static final Preprocessing PREPROCESSING =
      new Preprocessing(100_000, 100_000, 0, 1, 0, 0, 32, 32, Preprocessing.Polarity.BOTH);

  private Shapes() {}

  public static SpikePointParameters parameters(int steps, InputCode code) {
    return new SpikePointParameters(
        64, 24, 6, steps, new Widths(8, 16, 24, 32), 3, 4, Reset.HARD, code, 1);
  }

  public static Plan plan(int epochs, Through through) {
    return new Plan(
        parameters(2, InputCode.DIRECT),
        PREPROCESSING,
        epochs,
        8,
        0.03,
        0.01,
        Loss.CROSS_ENTROPY,
        through,
        1,
        new Augmentation(0.1, 0.1, 0, 0.05, 0.2, 0.1),
        7);
  }

  public static EventBatch events(int label, long seed) {
    SplitMix random = new SplitMix(seed);
    EventBatch events = new EventBatch(200);
    double middleX = 13 + 6 * random.nextDouble();
    double middleY = 13 + 6 * random.nextDouble();
    double size = 7 + 4 * random.nextDouble();
    for (int i = 0; i < 200; i++) {
      double at = 2 * random.nextDouble() - 1;
      double dx = label == 0 ? at : label == 1 ? 0 : Math.cos(Math.PI * at);
      double dy = label == 0 ? 0 : label == 1 ? at : Math.sin(Math.PI * at);
      double x = middleX + size * dx + random.nextGaussian();
      double y = middleY + size * dy + random.nextGaussian();
      events.add(
          500L * i,
          (int) Math.max(0, Math.min(31, Math.round(x))),
          (int) Math.max(0, Math.min(31, Math.round(y))),
          i & 1);
    }
    return events;
  }

  /** As many of each of the three. */
  public static List<Window> windows(int ofEach, long seed) {
    List<Window> windows = new ArrayList<>();
    for (int i = 0; i < 3 * ofEach; i++) {
      windows.add(new Window(events(i % 3, SplitMix.at(seed, i)), i % 3, i));
    }
    return windows;
  }
}
