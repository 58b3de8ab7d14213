package org.saccade.benchmarks;

import java.util.SplittableRandom;
import org.saccade.schemas.batch.EventBatch;

/**
 * Events with the statistics of a busy 1280x720 camera: four fifths on edges that move, one fifth
 * noise anywhere; a Poisson process in time, so at a high rate many are simultaneous.
 */
public final class SyntheticEvents {
  public static final int WIDTH = 1280;
  public static final int HEIGHT = 720;

  /** 0.1 µs between events in the mean. */
  public static final double BUSY = 10e6;

  private static final int EDGES = 4;
  private static final int EDGE_MICROS_PER_COLUMN = 500;

  private final SplittableRandom random;
  private final double meanMicros;
  private double clock;

  /** Ten million events a second. */
  public SyntheticEvents(long seed) {
    this(seed, BUSY);
  }

  /**
   * @param eventsPerSecond mean rate, above 0
   */
  public SyntheticEvents(long seed, double eventsPerSecond) {
    if (!(eventsPerSecond > 0)) {
      throw new IllegalArgumentException("eventsPerSecond=" + eventsPerSecond + " must be above 0");
    }
    random = new SplittableRandom(seed);
    meanMicros = 1e6 / eventsPerSecond;
  }

  /** Replaces what the batch holds with the next {@code n} events. */
  public void next(EventBatch batch, int n) {
    batch.clear();
    batch.ensureCapacity(n);
    for (int i = 0; i < n; i++) {
      clock -= meanMicros * Math.log(1 - random.nextDouble());
      long time = (long) clock;
      int x;
      int y = random.nextInt(HEIGHT);
      if (random.nextInt(5) == 0) {
        x = random.nextInt(WIDTH);
      } else {
        long edge = random.nextInt(EDGES) * (WIDTH / EDGES);
        x = (int) ((time / EDGE_MICROS_PER_COLUMN + edge + y / 8) % WIDTH);
      }
      batch.t()[i] = time;
      batch.x()[i] = (short) x;
      batch.y()[i] = (short) y;
      batch.p()[i] = (byte) random.nextInt(2);
    }
    batch.size(n);
  }
}
