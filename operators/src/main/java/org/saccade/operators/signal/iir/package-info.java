/**
 * Causal filters with infinite response.
 *
 * <pre>
 *   H(s) = 1 / ∏ (s − e^{jπ(2k+n−1)/2n})                    Butterworth, cut-off 1 rad/s
 *   s → s/w,  w/s,  (s² + w²)/(bw·s),  bw·s/(s² + w²)       low-, high-, band-pass, band-stop
 *   s = 4 (z − 1)/(z + 1),  w = 4 tan(π·f/rate)             bilinear, prewarped
 *
 *   y[n] = b0·x[n] + z1;  z1 = b1·x[n] − a1·y[n] + z2;  z2 = b2·x[n] − a2·y[n]     each section
 * </pre>
 *
 * <p>Coefficients are those of SciPy's {@code butter(…, output='sos')} and {@code iirnotch} to
 * 1e-12, section for section; output is that of its {@code sosfilt} to 1e-9.
 *
 * <p>Two starts: with zeros behind the first sample, or as if the first sample had lasted for ever.
 * Both know the first sample only, never the first batch. A hole of at most {@code bridge} samples
 * is crossed with the last value held; after a longer one the channel starts again.
 *
 * <p>Start with {@link org.saccade.operators.signal.iir.IirFilter}.
 */
package org.saccade.operators.signal.iir;
