/**
 * Several series of one clock, scored together: one anomaly score, one drift.
 *
 * <pre>
 *   series i ─▶ detector i ─▶ raw score, deviations z_i ─┬─▶ rule, or trained layer ─▶ joint score
 *        └──▶ its seven CUSUMs ─▶ nearness n_i ──────────┴─▶ max n, Σ n ─▶ joint drift -1, 0, 1
 * </pre>
 *
 * <p>The rule needs no training. It asks whether many series are a little odd (Stouffer's sum,
 * whose deviation is that of the series' own correlations: M. J. Strube, 1985) or one is by far
 * (Šidák's correction, for as many tests as the series are worth: D. R. Nyholt, 2004), and takes
 * the rarer of the two answers at Bonferroni's price of 2. A value beyond all seen is an anomaly as
 * it is of one series, at a tolerance that grows with the number of series. So the score is on the
 * scale of that of one series: while nothing happens it passes a threshold about as often as one of
 * them does, and not as often as all of them together. Measured on noise of four and of ten series,
 * independent and correlated, at thresholds from 0.1 to 0.5: 0.5 to 1.3 times as often as one,
 * where any of the series is 4 and 10 times ({@code JointScoreTest}).
 *
 * <p>The trained layer is the supervised form, as in the second study of Bandyopadhyay et al.,
 * arXiv:2504.18599, whose network is not published: one hidden layer over the scores and nearnesses
 * of all series. It learns which series matter, and which go together.
 *
 * <p>The joint drift is {@link org.saccade.operators.change.JointMonitor}'s in both forms.
 *
 * <p>Start with {@link org.saccade.operators.joint.JointDetector}.
 */
package org.saccade.operators.joint;
