package org.saccade.operators.gaze;

import java.util.SplittableRandom;

/** Tremor, drift and, three times a second, a step of both eyes within 10 ms; 500 Hz. */
final class SimulatedEyes {
  static final double RATE = 500;

  final double[][] at = new double[4][];

  SimulatedEyes(long seed, int samples) {
    SplittableRandom random = new SplittableRandom(seed);
    double x = 0;
    double y = 0;
    double stepX = 0;
    double stepY = 0;
    int stepping = 0;
    for (int k = 0; k < 4; k++) {
      at[k] = new double[samples];
    }
    for (int i = 0; i < samples; i++) {
      if (stepping == 0 && random.nextInt(160) == 0) {
        stepping = 5;
        stepX = random.nextDouble(-0.1, 0.1);
        stepY = random.nextDouble(-0.1, 0.1);
      }
      if (stepping > 0) {
        stepping--;
        x += stepX;
        y += stepY;
      }
      x += random.nextGaussian() * 0.002;
      y += random.nextGaussian() * 0.002;
      at[0][i] = x + 0.5 + random.nextGaussian() * 0.01;
      at[1][i] = y + random.nextGaussian() * 0.01;
      at[2][i] = x - 0.5 + random.nextGaussian() * 0.01;
      at[3][i] = y + random.nextGaussian() * 0.01;
    }
  }

  /** Nobody sees the eyes (0 left, 1 right) from one sample to another. */
  SimulatedEyes unseen(int from, int to, int... eyes) {
    for (int eye : eyes) {
      java.util.Arrays.fill(at[2 * eye], from, to, Double.NaN);
      java.util.Arrays.fill(at[2 * eye + 1], from, to, Double.NaN);
    }
    return this;
  }
}
