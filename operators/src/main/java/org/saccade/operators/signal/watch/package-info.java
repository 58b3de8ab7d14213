/**
 * Whether a recording's channels measure anything, and whether the amplifier is what it was.
 *
 * <pre>
 *   FLAT     max x − min x ≤ f over T_flat                            from its first such sample
 *   RAILED   the same, at a limit of a converter (2^k − 1 or −2^k, 9 ≤ k ≤ 31, as stored); or three
 *            and more equal samples in a row at the largest or smallest value so far, in at least
 *            3/10 of half a second
 *   level    l_c = ½ ln mean Δx², over a quarter of a second; l'_c the same of ΔΔx
 *   usual    b_c ← b_c + max(−s, min(s, (l_c − b_c)/20)), s = 1/40    a mean that outliers move little
 *   NOISY    l_c − median over the kind's channels ≥ ln r, for T_noisy
 *   GAIN     m = median_c (l_c − b_c), m' of l': |m| ≥ ln g, |m − m'| ≤ 0.35 |m|,
 *            median_c |l_c − b_c − m| ≤ 0.35 |m|, for half a second
 * </pre>
 *
 * <p>A gain scales every channel and every frequency alike and at once; an alpha rhythm, muscles,
 * lids, a loose electrode do not. So a gain's jump is one that all channels show by the same
 * factor, in the differences as in their differences, which see higher frequencies. Where it began
 * is the most likely sample of the last seconds:
 *
 * <pre>
 *   q_i = Σ_c min(16, Δx_c² e^{−2 b_c}),  k = argmin  k ln mean q_{&lt;k} + (n − k) ln mean q_{≥k}
 * </pre>
 *
 * <p>It is over when the levels are again what they were, which must be seen for half a second;
 * what is usual is not learnt meanwhile. With fewer than four channels the factor must be g²
 * instead of g. The first two seconds teach what is usual; nothing of gain is told in them.
 *
 * <p>A tense muscle looks like a loose electrode, so a channel is noisy only when it has been for
 * longer than a burst ({@code T_noisy}, three seconds); fewer than four channels of a kind cannot
 * be compared, and are not.
 *
 * <p>A channel that is flat, railed or noisy can be left out: from the sample at which that is
 * known until it is over its samples are missing to whatever comes behind. So are those of all
 * channels while the gain is another, but no longer than {@code gainSeconds} from where that began:
 * a gain that stays must not silence a stream. GAIN stays open until the gain is the old one again
 * or the recording ends.
 *
 * <p>How soon a condition is known: FLAT and RAILED after {@code T_flat}, GAIN 0.5 to 0.75 s behind
 * a jump (eight windows in a row, of which the first may lie a quarter of a second behind it),
 * NOISY after {@code T_noisy}. Blocks have four samples at least, so below 64 Hz these times are
 * longer.
 *
 * <p>Start with {@link org.saccade.operators.signal.watch.SignalWatch}.
 */
package org.saccade.operators.signal.watch;
