/**
 * Operators on samples, one behind the other, each with the shape of what comes out of it.
 *
 * <pre>
 *   samples ─▶ resample ─▶ filter ─▶ reference ─▶ gain ─▶ samples      in any order, any of them
 * </pre>
 *
 * <p>What comes out is the same to the bit however the samples are cut. A hole goes through the
 * chain as a hole; every step says by its own rule what becomes of its state: a filter bridges a
 * short one and starts again behind a longer one, another rate is missing wherever a missing sample
 * has a part in it, a reference and a gain have no memory that a hole could spoil.
 *
 * <p>Start with {@link org.saccade.operators.signal.chain.SignalChain}; the next step is a record
 * that implements {@link org.saccade.operators.signal.chain.StepParameters}, and a row in {@link
 * org.saccade.operators.signal.chain.StepKind}.
 */
package org.saccade.operators.signal.chain;
