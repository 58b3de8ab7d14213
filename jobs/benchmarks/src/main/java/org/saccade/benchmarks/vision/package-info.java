/**
 * Flow, corners and tracks beside the ground truth of simulated scenes: {@code ./saccade bench
 * vision}.
 *
 * <p>Pixels are those of v2e's defaults with interpolated times (thresholds 0.2 ± 0.03, a low-pass
 * of 300 Hz, leak, shot noise, a dead time of 0.5 ms). All is seeded: the figures are the same on
 * every machine.
 *
 * <p>Start with {@link org.saccade.benchmarks.vision.Vision}.
 */
package org.saccade.benchmarks.vision;
