/**
 * Drift: a lasting change of a series, told from a single odd moment.
 *
 * <pre>
 *   warm-up       period P and profile m(phase), x - m = e;  φ = corr(e_t, e_t-1);  σ = std of u
 *   innovation    u_t = (e_t - φ e_t-1) / σ        near independent where e is not
 *   evidence      level      ±d (u - ±d/2),  d = (1-φ)/√(1-φ²): a shift of one deviation of e
 *                 spread     ½ ln(1/r) + ½ u² (1 - 1/r),  r = 2 and ½
 *                 memory     ±c (u_t u_t-1 - ±c/2)
 *                 surprise   Bernoulli: raw score of the sequence memory above ½
 *   drift         the first of the seven CUSUMs that passes its threshold
 * </pre>
 *
 * <p>The thresholds are found together, on the warm-up, for one run length between false alarms of
 * all seven ({@link org.saccade.operators.change.PanelThresholds}). After a decision the reference
 * is learnt anew: what came is what is normal from then on.
 *
 * <p>For run lengths of up to a twentieth of the warm-up false alarms come as often as asked for,
 * over all warm-ups within a factor of 1.5, of one series and of several together ({@code saccade
 * bench false-alarms}; the table is in {@code jobs/benchmarks/README.md}). Beyond, thresholds
 * follow the law of a CUSUM's run length, which is checked to a factor of 2 for 5,000 after a
 * warm-up of 250, of independent numbers of one series ({@code DriftMonitorTest}).
 *
 * <p>What it does not know: a season is learnt from a warm-up that shows it three times. Of a curve
 * that is slower than the warm-up, such as a sine with a longer period, the warm-up does not tell
 * the level, and its way on is told as a drift.
 *
 * <p>A change of the mean of an autoregressive series shows in its innovations as a change of (1-φ)
 * times the size, and the CUSUM of the innovations is the likelihood ratio's: R. A. Johnson, M.
 * Bagshaw, The effect of serial correlation on the performance of CUSUM tests, 1974; L. Alwan, H.
 * Roberts, Time-series modeling for statistical process control, 1988.
 *
 * <p>Start with {@link org.saccade.operators.change.DriftMonitor}.
 */
package org.saccade.operators.change;
