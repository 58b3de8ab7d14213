package org.saccade.benchmarks;

import java.util.SplittableRandom;
import org.saccade.schemas.batch.EventBatch;

/**
 * Events with the statistics of a busy 1280x720 camera: four fifths on edges that move, one fifth
 * noise anywhere; 0.1 µs between events in the mean, so most are simultaneous.
 */
final class SyntheticEvents {
  static final int WIDTH = 1280;
  static final int HEIGHT = 720;

  private final SplittableRandom random;
  private long time;

  SyntheticEvents(long seed) {
    random = new SplittableRandom(seed);
  }

  /** Replaces what the batch holds with the next {@code n} events. */
  void next(EventBatch batch, int n) {
    batch.clear();
    batch.ensureCapacity(n);
    for (int i = 0; i < n; i++) {
      if (random.nextInt(10) == 0) {
        time++;
      }
      int x;
      int y = random.nextInt(HEIGHT);
      if (random.nextInt(5) == 0) {
        x = random.nextInt(WIDTH);
      } else {
        x = (int) ((time / 500 + (long) random.nextInt(4) * (WIDTH / 4) + y / 8) % WIDTH);
      }
      batch.t()[i] = time;
      batch.x()[i] = (short) x;
      batch.y()[i] = (short) y;
      batch.p()[i] = (byte) random.nextInt(2);
    }
    batch.size(n);
  }

  long time() {
    return time;
  }
}
