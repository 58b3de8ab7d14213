/**
 * Between bytes and batches: the sensors' own encodings and our columnar one.
 *
 * <p>A decoder is a state machine over whole words: it takes as many words as the input and the
 * batch allow, says how many bytes it took, and can be stopped, saved and resumed between any two
 * words. The same decoder serves files ({@code connectors}) and packets ({@code packet}).
 *
 * <p>{@link org.saccade.schemas.codec.EventGuard} then applies the policies on backward time and
 * out-of-frame events to what any decoder gave; {@link org.saccade.schemas.codec.Violation} names
 * what can be wrong with a stream.
 *
 * <p>The sensors' own encodings are in {@code evt}. Start with {@link
 * org.saccade.schemas.codec.EventDecoder}.
 */
package org.saccade.schemas.codec;
