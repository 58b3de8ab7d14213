/**
 * Well-known detectors of change in a series of numbers, to compare with.
 *
 * <pre>
 *   standardised z = (x - μ) / σ of the first W samples
 *     CUSUM            S± = max(0, S± ± z - k)                            the greater
 *     EWMA             E = (1-λ) E + λ z                                  |E| / √(λ/(2-λ))
 *   the last w samples beside the first W
 *     Kolmogorov       D = max |F_W - F_w|
 *     Wasserstein      ∫ |F_W - F_w| dx / σ
 *     PSI              Σ (p - q) ln p/q over the tenths of the first W
 *   the series itself
 *     Page-Hinkley     m = Σ (x - mean so far - δ);  m - min m, and the same downward
 *     ADWIN            ln 1/δ of the strictest δ at which some cut of the window divides it
 * </pre>
 *
 * <p>Each gives a number that rises with the evidence of a change; an alarm is a number at or above
 * a threshold, after which the detector is reset. So one threshold a detector sets how often it is
 * wrong, and all can be set to be wrong equally often. State is bounded by W, w, and of ADWIN by
 * the logarithm of the samples.
 *
 * <p>Sources: E. S. Page 1954; S. W. Roberts 1959; the two-sample statistics as in SciPy; A. Bifet,
 * R. Gavaldà, Learning from time-changing data with adaptive windowing, 2007.
 *
 * <p>Start with {@link org.saccade.operators.baseline.ChangeStatistic}.
 */
package org.saccade.operators.baseline;
