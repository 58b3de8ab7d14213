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
 * <p>False alarms, measured on 60 series each of independent normal numbers, 10,000 samples apart
 * asked for: 8,800, 9,500, 9,800, 10,300 after warm-ups of 200, 500, 750, 2,000; of four series
 * together ({@link org.saccade.operators.change.JointMonitor}), 3,000 asked for: 1,200, 2,300,
 * 5,300 after 200, 500, 2,000, and 600, 2,000, 2,700 where half of them goes together.
 *
 * <p>A change of the mean of an autoregressive series shows in its innovations as a change of (1-φ)
 * times the size, and the CUSUM of the innovations is the likelihood ratio's: R. A. Johnson, M.
 * Bagshaw, The effect of serial correlation on the performance of CUSUM tests, 1974; L. Alwan, H.
 * Roberts, Time-series modeling for statistical process control, 1988.
 *
 * <p>Start with {@link org.saccade.operators.change.DriftMonitor}.
 */
package org.saccade.operators.change;
