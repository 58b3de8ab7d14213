/**
 * Order within a stream: sessions, sequence numbers, and a small reorder buffer.
 *
 * <p>A session expects the sequences 0, 1, 2, …. A packet is
 *
 * <pre>
 *   accepted    as the expected one, or after waiting until the ones before it came or were given up
 *   duplicate   if its sequence was accepted, or waits, already
 *   late        if its sequence was given up, or its session has ended
 * </pre>
 *
 * <p>Packets wait while they are few and near in sensor time; when a bound is exceeded the missing
 * ones are given up: a gap. Nothing is decided by another stream or by the machine's clock. The
 * sense of "reordered" is that of RFC 4737.
 *
 * <p>Start with {@link org.saccade.operators.sequence.SequenceTracker}.
 */
package org.saccade.operators.sequence;
