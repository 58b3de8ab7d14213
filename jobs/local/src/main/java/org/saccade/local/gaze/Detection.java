package org.saccade.local.gaze;

import java.util.ArrayList;
import java.util.List;
import org.saccade.operators.microsaccade.BinocularMovement;
import org.saccade.operators.microsaccade.Cluster;
import org.saccade.operators.microsaccade.DetectorParameters;
import org.saccade.operators.microsaccade.EyeMovement;
import org.saccade.operators.microsaccade.MovementSink;
import org.saccade.operators.microsaccade.OnlineDetector;
import org.saccade.operators.microsaccade.OnlineParameters;
import org.saccade.operators.microsaccade.TrialDetector;

/**
 * What is found in a recording, by either method.
 *
 * @param left movements of the left eye, samples as places in the track
 * @param right movements of the right eye
 * @param both movements of both eyes
 */
public record Detection(
    List<EyeMovement> left, List<EyeMovement> right, List<BinocularMovement> both) {

  /** Thresholds of the whole recording. */
  public static Detection trial(GazeTrack track, DetectorParameters parameters) {
    TrialDetector detector = new TrialDetector(parameters, track.rate());
    List<EyeMovement> left = detector.detect(track.xLeft(), track.yLeft()).movements();
    List<EyeMovement> right = detector.detect(track.xRight(), track.yRight()).movements();
    return new Detection(left, right, Cluster.pair(left, right));
  }

  /** Thresholds of the seconds before, as on a stream. */
  public static Detection streaming(GazeTrack track, OnlineParameters parameters) {
    Detection found = new Detection(new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
    OnlineDetector detector =
        new OnlineDetector(
            parameters,
            track.rate(),
            new MovementSink() {
              @Override
              public void eye(boolean isLeft, EyeMovement movement, boolean alone) {
                (isLeft ? found.left : found.right).add(movement);
              }

              @Override
              public void both(BinocularMovement movement, long clusterEnd) {
                found.both.add(movement);
              }
            });
    double[] xl = track.xLeft();
    double[] yl = track.yLeft();
    double[] xr = track.xRight();
    double[] yr = track.yRight();
    for (int i = 0; i < track.size(); i++) {
      detector.push(xl[i], yl[i], xr[i], yr[i]);
    }
    detector.finish();
    return found;
  }
}
