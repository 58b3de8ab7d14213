package org.saccade.operators.gaze;

import java.util.List;
import org.saccade.operators.microsaccade.BinocularMovement;
import org.saccade.operators.microsaccade.Cluster;
import org.saccade.operators.microsaccade.DetectorParameters;
import org.saccade.operators.microsaccade.EyeMovement;
import org.saccade.operators.microsaccade.PostRules;
import org.saccade.operators.microsaccade.TrialDetector;

/** The exact pass over one trial: what {@code saccade microsaccades} finds in it as a recording. */
final class WholeTrial {
  /** Movements of the left, the right and of both eyes, in the order in which they are given. */
  static final int LEFT = 0;

  static final int RIGHT = 1;
  static final int BOTH = 2;

  private final TrialDetector detector;
  private final GazeParameters parameters;
  private final double rate;
  private final boolean each;

  /** Takes movements; samples are counted from the trial's first. */
  interface Sink {
    /**
     * @param which {@link #LEFT}, {@link #RIGHT} or {@link #BOTH}
     */
    void found(
        int which, long onset, long end, double amplitude, double direction, double peakVelocity);
  }

  /**
   * @param bothEyes whether the stream has both
   */
  WholeTrial(GazeParameters parameters, double rate, boolean bothEyes) {
    this.parameters = parameters;
    this.rate = rate;
    detector =
        new TrialDetector(
            new DetectorParameters(parameters.lambda(), parameters.minDuration()), rate);
    each = parameters.eachEye() || !bothEyes;
  }

  /**
   * Finds them.
   *
   * @param at x and y of the left, x and y of the right eye, degrees; NaN: not seen
   */
  void detect(double[][] at, Sink sink) {
    List<EyeMovement> left = detector.detect(at[0], at[1]).movements();
    List<EyeMovement> right = detector.detect(at[2], at[3]).movements();
    if (each) {
      send(LEFT, left, sink);
      send(RIGHT, right, sink);
    }
    PostRules rules = rules(parameters, rate);
    for (BinocularMovement m : Cluster.pair(left, right)) {
      if (rules.keeps(m.onset(), m.end(), m.amplitude())) {
        sink.found(BOTH, m.onset(), m.end(), m.amplitude(), m.amplitudeAngle(), m.peakVelocity());
      }
    }
  }

  private void send(int which, List<EyeMovement> movements, Sink sink) {
    PostRules rules = rules(parameters, rate);
    for (EyeMovement m : movements) {
      if (rules.keeps(m.onset(), m.end(), m.amplitude())) {
        sink.found(which, m.onset(), m.end(), m.amplitude(), m.direction(), m.peakVelocity());
      }
    }
  }

  /** Fresh rules, of a trial of their own. */
  static PostRules rules(GazeParameters parameters, double rate) {
    return new PostRules(
        Math.round(parameters.minIntervalMillis() / 1e3 * rate), parameters.maxAmplitude());
  }
}
