/**
 * Adaptive gain control: channels whose loudness and correlation drift come out with the same
 * variance and, given vectors enough, without correlation.
 *
 * <pre>
 *   y = (αI + W diag(g) Wᵀ)⁻¹ x        response; W: fixed vectors of length 1, a gain each
 *   z = Wᵀ y                           read-outs
 *   g ← g + η (z²/target − 1)          so that var z → target
 * </pre>
 *
 * <p>After adaptive whitening with fast gains (arXiv 2305.19869 and its predecessor). Gains are
 * fast and reversible; the vectors are never learnt. What is quieter than about {@code α²·target}
 * stays below the target.
 *
 * <p>Start with {@link org.saccade.operators.signal.gain.GainControl}.
 */
package org.saccade.operators.signal.gain;
