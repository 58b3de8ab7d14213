/**
 * Numbers that describe a signal over time: of each channel, and averaged over channels of a kind.
 *
 * <pre>
 *   window k     = samples k·step … k·step + length − 1 of the cleaned signal
 *   band power   p_c = 10·log10 Σ P_c[k]·Δf, low ≤ k·Δf &lt; high       P: Welch's spectrum
 *   Hjorth       activity (10·log10 too), mobility, complexity
 *   average      mean of p_c over the channels of a kind that have all samples of the window
 * </pre>
 *
 * <p>A power is told in decibels of its unit² by default: so it is nearly normally distributed, and
 * a change is a factor. Its average over channels is then that of their geometric mean, which one
 * loud channel moves little. A window with a missing sample has no value of that channel; a window
 * of which no channel has a value gives nothing.
 *
 * <p>Names: {@code eeg_alpha} of a kind's average, {@code alpha:Fp1} of a channel. Only so many
 * channels have features of their own as fit within a bound; the averages are always there.
 *
 * <p>Start with {@link org.saccade.operators.signal.feature.SignalFeatures}.
 */
package org.saccade.operators.signal.feature;
