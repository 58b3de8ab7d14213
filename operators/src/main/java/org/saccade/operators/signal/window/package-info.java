/**
 * Features of windows of samples: Hjorth's parameters, Welch's spectrum, power in bands.
 *
 * <pre>
 *   window k  = samples k·step … k·step + length − 1, by their number in the recording
 *   activity  = var(x),  mobility = √(var Δx / var x),  complexity = mobility(Δx)/mobility(x)
 *   P[k]      = c·|FFT(w·(x − mean x))[k]|² / (rate·Σw²), mean over segments
 *   power     = Σ P[k]·Δf over low ≤ k·Δf < high
 * </pre>
 *
 * <p>The spectrum is that of SciPy's {@code welch} to 1e-9. The transform is JTransforms', on one
 * thread, for any length.
 *
 * <p>Start with {@link org.saccade.operators.signal.window.Windows}; the next feature implements
 * {@link org.saccade.operators.signal.window.WindowFunction}.
 */
package org.saccade.operators.signal.window;
