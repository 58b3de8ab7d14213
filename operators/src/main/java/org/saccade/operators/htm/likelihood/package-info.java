/**
 * Raw scores to the likelihood that a stream has changed.
 *
 * <pre>
 *   a_t = mean of the last w raw scores          μ, σ² = mean and variance of a over the past
 *   Q_t = erfc((a_t - μ) / σ / √2) / 2           likelihood L_t = 1 - Q_t
 *   log score = ln(1.0000000001 - L_t) / -23.02585
 * </pre>
 *
 * <p>Two versions of Q were published ({@link org.saccade.operators.htm.likelihood.Tail}); the
 * tests compare the one behind the published NAB results with those results.
 *
 * <p>Start with {@link org.saccade.operators.htm.likelihood.AnomalyLikelihood}.
 */
package org.saccade.operators.htm.likelihood;
