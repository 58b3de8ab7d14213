package org.saccade.operators.microsaccade;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;

/** The eyes of a stream are paired as those of a whole recording. */
class OnlinePairingPropertyTest {
  @Property(tries = 300)
  void pairsWhatAWholeRecordingPairs(
      @ForAll long seed,
      @ForAll @IntRange(min = 1, max = 8) int minDuration,
      @ForAll @DoubleRange(min = 0.5, max = 6) double lambda,
      @ForAll @DoubleRange(min = 0, max = 0.02) double blinks) {
    List<EyeMovement> left = new ArrayList<>();
    List<EyeMovement> right = new ArrayList<>();
    List<BinocularMovement> both = new ArrayList<>();
    MovementSink sink =
        new MovementSink() {
          @Override
          public void eye(boolean isLeft, EyeMovement movement, boolean alone) {
            (isLeft ? left : right).add(movement);
          }

          @Override
          public void both(BinocularMovement movement, long clusterEnd) {
            both.add(movement);
          }
        };
    OnlineDetector detector =
        new OnlineDetector(
            new OnlineParameters(new DetectorParameters(lambda, minDuration), 0.5, 0.1), 500, sink);
    // Steps, so that movements of the two eyes touch, overlap and bridge each other often.
    SplittableRandom random = new SplittableRandom(seed);
    double[] at = new double[4];
    for (int i = 0; i < 2000; i++) {
      for (int c = 0; c < 4; c++) {
        at[c] += random.nextInt(-1, 2) * (random.nextInt(8) == 0 ? 0.3 : 0.01);
      }
      boolean l = random.nextDouble() >= blinks;
      boolean r = random.nextDouble() >= blinks;
      detector.push(
          l ? at[0] : Double.NaN,
          l ? at[1] : Double.NaN,
          r ? at[2] : Double.NaN,
          r ? at[3] : Double.NaN);
    }
    detector.finish();
    assertThat(both).isEqualTo(Cluster.pair(left, right));
  }
}
