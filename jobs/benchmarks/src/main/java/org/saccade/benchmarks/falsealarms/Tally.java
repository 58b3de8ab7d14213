package org.saccade.benchmarks.falsealarms;

/**
 * Alarms behind one warm-up.
 *
 * @param alarms of the calibrated test
 * @param samples in which they came
 * @param nominal by how much more often than asked for the test for independent samples alarms; NaN
 *     where there is none
 */
record Tally(long alarms, long samples, double nominal) {
  /** Alarms over those asked for. */
  double factor(double runLength) {
    return alarms * runLength / samples;
  }
}
