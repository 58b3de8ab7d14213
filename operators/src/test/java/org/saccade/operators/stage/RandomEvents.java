package org.saccade.operators.stage;

import java.util.Random;
import org.saccade.schemas.batch.EventBatch;

/**
 * Events of an edge that sweeps to and fro, noise, pauses, and now and then a step back in time.
 */
public final class RandomEvents {
  private RandomEvents() {}

  public static EventBatch of(long seed, int n, int width, int height) {
    Random random = new Random(seed);
    EventBatch batch = new EventBatch(Math.max(1, n));
    long t = random.nextInt(1_000_000);
    for (int i = 0; i < n; i++) {
      int what = random.nextInt(200);
      t += what == 0 ? random.nextInt(300_000) : what == 1 ? -random.nextInt(3_000) : 1 + what % 60;
      boolean noise = random.nextInt(5) == 0;
      long phase = Math.floorMod(t / 1000, 2L * width);
      int x = noise ? random.nextInt(width) : (int) Math.min(width - 1, Math.abs(width - phase));
      batch.add(t, x, random.nextInt(height), random.nextInt(4) == 0 ? 0 : 1);
    }
    return batch;
  }
}
