package org.saccade.operators.microsaccade;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.saccade.operators.microsaccade.Agreement.Interval;
import org.saccade.operators.microsaccade.ReferenceTrials.Trial;

/** What is found on a stream, beside what is found over whole trials. */
class OnlineDetectorTest {
  /** Ten seconds of a person, before anything is compared. */
  private static final int WARM_UP = 5000;

  /**
   * Of one trial of 20 s and one eye: its threshold is of its own noise, which is known when it is
   * over, and with 30 events one more or less is 2 %. The bound of 0.90 is on all of them.
   */
  private static final double LEAST_OF_A_TRIAL = 0.75;

  @Test
  void agreesWithTheWholeTrialOnRealGaze() {
    if (ReferenceTrials.absent()) {
      System.out.println("no recordings: streaming is not compared with whole trials");
      return;
    }
    for (int lambda : new int[] {5, 6}) {
      Agreement left = new Agreement();
      Agreement right = new Agreement();
      Agreement both = new Agreement();
      double[] sums = new double[3];
      Found found = new Found();
      OnlineDetector detector = null;
      String person = "";
      for (Trial trial : ReferenceTrials.all()) {
        int start = 0;
        if (!trial.name().startsWith(person) || detector == null) {
          person = trial.name().substring(0, 3);
          detector =
              new OnlineDetector(
                  new OnlineParameters(
                      new DetectorParameters(lambda, 3),
                      OnlineParameters.DEFAULTS.windowSeconds(),
                      OnlineParameters.DEFAULTS.warmUpSeconds()),
                  ReferenceTrials.RATE,
                  found);
          start = WARM_UP;
        }
        found.clear();
        play(detector, trial, found);
        double[] f1 = {
          compare(left, found.left, ReferenceTrials.expected(trial, "left", lambda), start),
          compare(right, found.right, ReferenceTrials.expected(trial, "right", lambda), start),
          compare(both, found.both, ReferenceTrials.expected(trial, "binocular", lambda), start)
        };
        System.out.printf(
            Locale.ROOT,
            "lambda %d %s: F1 left %.3f, right %.3f, binocular %.3f%n",
            lambda,
            trial.name(),
            f1[0],
            f1[1],
            f1[2]);
        for (int k = 0; k < 3; k++) {
          sums[k] += f1[k] / ReferenceTrials.all().size();
          assertThat(f1[k]).as(trial.name() + " lambda " + lambda).isGreaterThan(LEAST_OF_A_TRIAL);
        }
      }
      for (double mean : sums) {
        assertThat(mean).as("mean of trials, lambda " + lambda).isGreaterThanOrEqualTo(0.90);
      }
      System.out.printf(
          Locale.ROOT,
          "lambda %d after warm-up: F1 left %.3f, right %.3f, binocular %.3f; median onset error %d, %d, %d"
              + " samples; decided at most %d samples after the end, begun at"
              + " most %d after the onset%n",
          lambda,
          left.f1(),
          right.f1(),
          both.f1(),
          left.medianOnsetError(),
          right.medianOnsetError(),
          both.medianOnsetError(),
          found.latest,
          found.latestBegin);
      assertThat(both.f1()).as("binocular, lambda " + lambda).isGreaterThanOrEqualTo(0.90);
      assertThat(left.f1()).as("left, lambda " + lambda).isGreaterThanOrEqualTo(0.90);
      assertThat(right.f1()).as("right, lambda " + lambda).isGreaterThanOrEqualTo(0.90);
      for (Agreement agreement : List.of(left, right, both)) {
        assertThat(agreement.medianOnsetError()).isLessThanOrEqualTo(1);
      }
      assertThat(found.latest).as("12 ms at 500 Hz are 6 samples").isLessThanOrEqualTo(6);
      assertThat(found.latestBegin).as("from onset to what began").isLessThanOrEqualTo(5);
    }
  }

  private static void play(OnlineDetector detector, Trial trial, Found found) {
    for (int i = 0; i < trial.xl().length; i++) {
      found.now = i;
      detector.push(trial.xl()[i], trial.yl()[i], trial.xr()[i], trial.yr()[i]);
    }
    detector.finish();
  }

  /** Adds a trial to the agreement and gives the trial's own F1. */
  private static double compare(
      Agreement agreement, List<Interval> found, double[][] expected, int start) {
    List<Interval> want = new ArrayList<>();
    for (double[] row : expected) {
      want.add(new Interval((long) row[0], (long) row[1]));
    }
    List<Interval> got = found.stream().filter(f -> f.onset() >= start).toList();
    want.removeIf(w -> w.onset() < start);
    agreement.add(got, want);
    Agreement trial = new Agreement();
    trial.add(got, want);
    return trial.f1();
  }

  private static final class Found implements MovementSink {
    private final List<Interval> left = new ArrayList<>();
    private final List<Interval> right = new ArrayList<>();
    private final List<Interval> both = new ArrayList<>();
    private long now;
    private long latest;
    private long latestBegin;

    void clear() {
      left.clear();
      right.clear();
      both.clear();
    }

    @Override
    public void eye(boolean isLeft, EyeMovement m, boolean alone) {
      (isLeft ? left : right).add(new Interval(m.onset(), m.end()));
      latest = Math.max(latest, now - m.end());
    }

    @Override
    public void both(BinocularMovement m, long clusterEnd) {
      both.add(new Interval(m.onset(), m.end()));
      latest = Math.max(latest, now - clusterEnd);
    }

    @Override
    public void began(boolean isLeft, EyeMovement sofar) {
      latestBegin = Math.max(latestBegin, now - sofar.onset() + 1);
    }
  }
}
