package org.saccade.operators.change;

/**
 * What a calibration works on and nobody needs behind it. A thread has one, as large as its largest
 * calibration was, so that a calibration allocates nothing: at most {@value
 * PanelThresholds#MOST_SAMPLES} resampled samples, and the evidence of one warm-up.
 */
final class Workspace {
  private static final ThreadLocal<Workspace> OF_THREAD = ThreadLocal.withInitial(Workspace::new);

  final Resampling resampling = new Resampling();
  final Excursions excursions = new Excursions();
  final double[] s = new double[Evidence.KINDS];
  final double[] barriers = new double[Evidence.KINDS];
  private double[] evidence = new double[0];

  private Workspace() {}

  /** That of the thread which asks. */
  static Workspace ofThread() {
    return OF_THREAD.get();
  }

  /** Room for so many numbers, whatever is in it. */
  double[] evidence(int least) {
    if (evidence.length < least) {
      evidence = new double[least];
    }
    return evidence;
  }
}
