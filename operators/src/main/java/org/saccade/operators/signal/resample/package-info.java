/**
 * Another sampling rate, by a polyphase filter of finite response.
 *
 * <pre>
 *   h    = up · Kaiser-windowed low-pass, β = 5, cut-off 1/max(up, down), 20·max(up, down) + 1 taps
 *   y[n] = Σ_m h[n·down + 10·max(up, down) − m·up] · x[m]
 * </pre>
 *
 * <p>Over a whole recording it is SciPy's {@code resample_poly} to 1e-9. Before the first sample
 * and behind the last are zeros, as there; so the first and last ten periods of the lower rate lean
 * to 0.
 *
 * <p>Start with {@link org.saccade.operators.signal.resample.Resampler}.
 */
package org.saccade.operators.signal.resample;
