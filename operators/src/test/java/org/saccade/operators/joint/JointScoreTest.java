package org.saccade.operators.joint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.saccade.operators.htm.HtmDesign;
import org.saccade.operators.htm.HtmParameters;
import org.saccade.operators.probability.NormalTail;
import org.saccade.operators.probability.SplitMix;
import org.saccade.operators.series.SeriesDetector;
import org.saccade.operators.series.SeriesParameters;

class JointScoreTest {
  private static final int WARM_UP = 500;

  /** Long form: -Dsaccade.joint.runs=8; then thresholds of 0.5 are passed often enough too. */
  private static final int RUNS = Integer.getInteger("saccade.joint.runs", 1);

  /** Autoregressive noise, a part of its variance common to all series. */
  private static final class Noise {
    private final SplitMix random;
    private final double common;
    private final double[] own;
    private double all;

    private Noise(int d, double common, long seed) {
      random = new SplitMix(seed);
      this.common = common;
      own = new double[d];
    }

    private void next(double[] x) {
      all = 0.5 * all + Math.sqrt(0.75) * random.nextGaussian();
      for (int i = 0; i < x.length; i++) {
        own[i] = 0.5 * own[i] + Math.sqrt(0.75) * random.nextGaussian();
        x[i] = Math.sqrt(common) * all + Math.sqrt(1 - common) * own[i];
      }
    }
  }

  /** How often scores of one series, of any of them, and the joint one reach a threshold. */
  private static double[] rates(int d, double common, double threshold) {
    HtmDesign design = new HtmDesign(HtmParameters.SMALL_VALUES);
    double[] rates = new double[3];
    long records = 0;
    for (int run = 0; run < RUNS; run++) {
      Noise noise = new Noise(d, common, 1000 + run);
      SeriesDetector[] series = new SeriesDetector[d];
      Arrays.setAll(
          series, i -> new SeriesDetector(design, new SeriesParameters(0.1, WARM_UP, 10_000)));
      JointScore joint = new JointScore(d, WARM_UP);
      double[] x = new double[d];
      double[] raw = new double[d];
      double[] z = new double[d];
      for (int t = 0; t < 4000; t++) {
        noise.next(x);
        boolean any = false;
        int one = 0;
        for (int i = 0; i < d; i++) {
          series[i].step(t, x[i]);
          raw[i] = series[i].rawScore();
          z[i] = series[i].deviations();
          any |= series[i].anomalyScore() >= threshold;
          one += series[i].anomalyScore() >= threshold ? 1 : 0;
        }
        double score = joint.step(x, raw, z);
        if (t >= WARM_UP) {
          records++;
          rates[0] += (double) one / d;
          rates[1] += any ? 1 : 0;
          rates[2] += score >= threshold ? 1 : 0;
        }
      }
    }
    for (int k = 0; k < rates.length; k++) {
      rates[k] /= records;
    }
    return rates;
  }

  @ParameterizedTest
  @CsvSource({"4, 0", "4, 0.7"})
  void whileNothingHappensTheJointScoreIsHighAboutAsOftenAsThatOfOneSeries(int d, double common) {
    double[] rates = rates(d, common, 0.1);
    assertThat(rates[2] / rates[0]).as("joint beside one").isBetween(0.4, 1.6);
    assertThat(rates[1] / rates[0]).as("any beside one").isGreaterThan(2.5);
  }

  /** By hand: Q(2) = 0.02275 of one series in three, and Σ = 2 over √3. */
  @Test
  void oneByFarAndManyALittleAreBothSeen() {
    Dependence independent = independent(3);
    assertThat(JointTail.of(new double[] {6, 0, 0}, independent))
        .isCloseTo(2 * 3 * NormalTail.above(6), within(1e-9));
    assertThat(JointTail.of(new double[] {3, 3, 3}, independent))
        .as("3 √3 deviations")
        .isCloseTo(2 * NormalTail.above(3 * Math.sqrt(3)), within(4e-8));
    assertThat(JointTail.of(new double[] {0, 0, 0}, independent)).isEqualTo(1);
  }

  @Test
  void aSeriesThatIsNotThereIsPassedOver() {
    Dependence independent = independent(3);
    assertThat(JointTail.of(new double[] {6, Double.NaN, 0}, independent))
        .isCloseTo(2 * 3 * NormalTail.above(6), within(1e-9));
    assertThat(JointTail.of(new double[] {Double.NaN, Double.NaN, Double.NaN}, independent))
        .isEqualTo(1);
  }

  @Test
  void seriesThatAreOneAreOneTestAndUnrelatedOnesAsManyAsThereAre() {
    assertThat(independent(5).effective()).isCloseTo(5, within(0.02));
    Dependence same = new Dependence(5);
    SplitMix random = new SplitMix(2);
    for (int t = 0; t < 2000; t++) {
      double x = random.nextDouble();
      same.step(new double[] {x, x, x, x, x});
    }
    assertThat(same.effective()).isCloseTo(1, within(1e-9));
    assertThat(same.deviationOfSum()).isCloseTo(5, within(1e-9));
    assertThat(JointTail.of(new double[] {6, 6, 6, 6, 6}, same))
        .as("six deviations, once")
        .isCloseTo(2 * NormalTail.above(6), within(1e-12));
  }

  /** Correlation 0.6 by construction; of moving averages it is the same. */
  @Test
  void correlationsAreThoseOfTheScores() {
    Dependence dependence = new Dependence(2);
    SplitMix random = new SplitMix(7);
    for (int t = 0; t < 100_000; t++) {
      double x = random.nextGaussian();
      dependence.step(new double[] {x, 0.6 * x + 0.8 * random.nextGaussian()});
    }
    assertThat(dependence.correlation(0, 1)).isCloseTo(0.6, within(0.05));
  }

  private static Dependence independent(int d) {
    Dependence dependence = new Dependence(d);
    SplitMix random = new SplitMix(3);
    for (int t = 0; t < 100_000; t++) {
      dependence.step(gaussians(d, random));
    }
    return dependence;
  }

  private static double[] gaussians(int d, SplitMix random) {
    double[] x = new double[d];
    Arrays.setAll(x, i -> random.nextGaussian());
    return x;
  }
}
