/**
 * Epochs around markers.
 *
 * <pre>
 *   epoch[c][i] = x_c[marker + first + i] − mean(x_c over the baseline),   i = 0 … length − 1
 *   rejected if   a sample is missing,  max − min > peakToPeak,  |Δx| > step,  max − min &lt; flat
 * </pre>
 *
 * <p>Markers and samples come as two streams. The faster waits: markers for their samples, up to a
 * number of them; samples for late markers, {@code late} samples long. What comes after that is
 * told with its reason.
 *
 * <p>Start with {@link org.saccade.operators.signal.epoch.Epochs}.
 */
package org.saccade.operators.signal.epoch;
