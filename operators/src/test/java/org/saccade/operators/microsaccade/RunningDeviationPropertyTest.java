package org.saccade.operators.microsaccade;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.SplittableRandom;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

/** The running deviation is the deviation of the window, whatever came before. */
class RunningDeviationPropertyTest {
  @Property(tries = 300)
  void isTheDeviationOfTheLastVelocities(
      @ForAll long seed,
      @ForAll @IntRange(min = 1, max = 300) int window,
      @ForAll @IntRange(min = 0, max = 12) int grid,
      @ForAll @IntRange(min = 1, max = 1500) int velocities) {
    SplittableRandom random = new SplittableRandom(seed);
    RunningDeviation running = new RunningDeviation(window, new float[window]);
    double[] all = new double[velocities];
    for (int i = 0; i < velocities; i++) {
      // On a coarse grid most values are equal; the middle of the run is a hundred times louder.
      double v = random.nextDouble(-1, 1) * (i > 500 && i < 700 ? 100 : 1);
      all[i] = (float) (grid == 0 ? v : Math.rint(v * grid) / grid);
      running.add(all[i]);
      if (random.nextInt(10) == 0 || i == velocities - 1) {
        int n = Math.min(i + 1, window);
        double[] last = java.util.Arrays.copyOfRange(all, i + 1 - n, i + 1);
        double want = MedianDeviation.of(last, n);
        // Distances are kept in 24 bits, the median as the mean of two such numbers.
        assertThat(running.renew()).isCloseTo(want, org.assertj.core.data.Offset.offset(1e-5));
      }
    }
  }
}
