/**
 * One series of numbers scored as it comes: sequence memory, likelihood, spatial test, rest, and
 * the tests for drift.
 *
 * <pre>
 *   value ─▶ HTM ─▶ raw score ─▶ log likelihood ──┐
 *     ├──▶ beyond all seen by 5 % of their range ─┴─ max ─▶ rest ─▶ anomaly score
 *     └──▶ seven CUSUMs ─▶ drift -1, 0, 1
 * </pre>
 *
 * <p>Rest: a score that is no more than one of the last few is reported as half of it, so that one
 * anomaly is told once.
 *
 * <p>Start with {@link org.saccade.operators.series.SeriesDetector}.
 */
package org.saccade.operators.series;
