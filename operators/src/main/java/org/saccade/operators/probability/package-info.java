/**
 * Probabilities that several operators need, by StrictMath and so the same on every machine.
 *
 * <p>Start with {@link org.saccade.operators.probability.NormalTail}.
 */
package org.saccade.operators.probability;
