/**
 * The score of the Numenta Anomaly Benchmark, and what of a detector it comes from.
 *
 * <pre>
 *   σ(y) = 2 / (1 + e^(5y)) - 1,  -1 for y &gt; 3
 *   in a window of width W, ending at r       y = -(r - i + 1) / W          worth σ(y) / σ(-1)
 *   behind a window l .. r                    y = (i - r) / (r - l)         worth σ(y) · fp
 *   before all windows                                                      worth -fp
 *   raw(τ) = Σ over windows [ most that a detection in it is worth, or -fn ]
 *          + Σ over detections outside
 *   score  = 100 (raw - null) / (perfect - null),  null = -fn · windows,  perfect = windows
 * </pre>
 *
 * <p>A detection is a score of at least τ, behind the probation (the first 15 % of the records, at
 * most 750). The one τ for all series is the best there is, by trying every score that occurs. That
 * flatters: so the score is told also with a τ that was found without the series that it is for.
 *
 * <p>Source: A. Lavin, S. Ahmad, Evaluating real-time anomaly detection algorithms, 2015; the rules
 * as the benchmark's own program has them.
 *
 * <p>Start with {@link org.saccade.local.nab.NabScore}.
 */
package org.saccade.local.nab;
