package org.saccade.operators.joint;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import org.junit.jupiter.api.Test;
import org.saccade.operators.htm.HtmDesign;
import org.saccade.operators.htm.HtmParameters;
import org.saccade.operators.probability.SplitMix;
import org.saccade.operators.series.SeriesDetector;

class JointTest {
  private static final int WARM_UP = 200;
  private static final HtmDesign DESIGN = new HtmDesign(HtmParameters.SMALL_VALUES);

  private static JointDetector detector(int d) {
    double[] resolutions = new double[d];
    java.util.Arrays.fill(resolutions, 0.1);
    return new JointDetector(DESIGN, resolutions, WARM_UP, 100_000, null);
  }

  private static double[] record(SplitMix random, int d) {
    double[] x = new double[d];
    java.util.Arrays.setAll(x, i -> random.nextGaussian());
    return x;
  }

  @Test
  void aJumpOfOneSeriesIsOneJointAnomalyAndNoDrift() {
    JointDetector detector = detector(3);
    SplitMix random = new SplitMix(1);
    for (int t = 0; t < 600; t++) {
      double[] x = record(random, 3);
      x[1] += t == 400 ? 50 : 0;
      detector.step(t, x);
      if (t == 400) {
        assertThat(detector.joint().anomalyScore()).isEqualTo(1);
      }
      assertThat(detector.joint().drift()).isZero();
    }
  }

  @Test
  void aStepOfOneSeriesIsAJointDriftOfItsDirection() {
    JointDetector detector = detector(3);
    SplitMix random = new SplitMix(1);
    int decided = 0;
    for (int t = 0; t < 500 && decided == 0; t++) {
      double[] x = record(random, 3);
      x[2] -= t >= 400 ? 4 : 0;
      detector.step(t, x);
      decided = detector.joint().drift();
      assertThat(decided == 0 || t >= 400).isTrue();
    }
    assertThat(decided).isEqualTo(-1);
    assertThat(detector.joint().drifts().leader()).isEqualTo(2);
    assertThat(detector.joint().drifts().leading().began()).isBetween(395L, 405L);
    assertThat(detector.joint().drifts().leading().magnitude()).isBetween(-6.0, -2.0);
  }

  @Test
  void whatIsNoNumberIsPassedOverAndTheOthersAreJudged() {
    JointDetector detector = detector(3);
    SplitMix random = new SplitMix(1);
    double[] bad = {Double.NaN, Double.POSITIVE_INFINITY, 1e200};
    for (int t = 0; t < 500; t++) {
      double[] x = record(random, 3);
      x[1] = bad[t % 3];
      x[2] += t == 450 ? 60 : 0;
      detector.step(t, x);
      assertThat(detector.joint().anomalyScore()).isBetween(0.0, 1.0);
      if (t == 450) {
        assertThat(detector.joint().anomalyScore()).isEqualTo(1);
      }
      assertThat(detector.joint().drift()).isZero();
    }
    detector.step(500, new double[] {Double.NaN, Double.NaN, Double.NaN});
    assertThat(detector.joint().anomalyScore()).isZero();
  }

  @Test
  void constantSeriesAreNoDriftAndOneOtherValueIsNone() {
    JointDetector detector = detector(2);
    for (int t = 0; t < 500; t++) {
      detector.step(t, new double[] {5, t == 400 ? 7 : 3});
      assertThat(detector.joint().drift()).as("record %d", t).isZero();
    }
  }

  @Test
  void goesOnFromItsStateToTheBit() throws Exception {
    Joint whole = new Joint(2, WARM_UP, 1000, null);
    Joint restored = new Joint(2, WARM_UP, 1000, null);
    SplitMix random = new SplitMix(9);
    for (int t = 0; t < 1500; t++) {
      if (t % 97 == 0) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        restored.write(new DataOutputStream(bytes));
        restored = new Joint(2, WARM_UP, 1000, null);
        restored.read(new DataInputStream(new ByteArrayInputStream(bytes.toByteArray())));
      }
      double[] x = record(random, 2);
      x[0] += t > 900 ? 3 : 0;
      double[] raw = {random.nextDouble(), random.nextDouble()};
      double[] z = {random.nextGaussian(), t % 50 == 7 ? Double.NaN : random.nextGaussian()};
      whole.step(t, x, raw, z);
      restored.step(t, x, raw, z);
      assertThat(restored.anomalyScore()).isEqualTo(whole.anomalyScore());
      assertThat(restored.drift()).isEqualTo(whole.drift());
      assertThat(restored.inputs()).isEqualTo(whole.inputs());
    }
  }

  @Test
  void saysNothingInTheWarmUp() {
    JointDetector detector = detector(2);
    SplitMix random = new SplitMix(4);
    for (int t = 0; t < WARM_UP; t++) {
      detector.step(t, record(random, 2));
      assertThat(detector.joint().isWarm()).isFalse();
    }
    assertThat(detector.joint().anomalyScore()).isBetween(0.0, SeriesDetector.NEUTRAL);
  }
}
