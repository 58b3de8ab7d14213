/**
 * One keyed stream of packets, whatever the packets hold.
 *
 * <pre>
 *   packet ─▶ order ─▶ content: decode, work ─▶ records
 *               │         └─ refused ─▶ dead letters, stream health
 *               └─ gaps, late, duplicates, clock resets ─▶ stream health; a summary a session
 * </pre>
 *
 * <p>Order, reorder buffer, sessions, silence, ids and the state of all of them are here, once.
 * What is done with a packet whose turn has come is a {@link
 * org.saccade.operators.stream.PacketContent}: one of events, one of samples. A third kind of
 * packet is a third content.
 *
 * <p>Markers of the same sensors may come beside the packets: {@link
 * org.saccade.operators.stream.MarkedPacketOperator}. Of the two whichever is ahead waits for the
 * other: markers in a queue until the packets have passed them, what the packets held in the
 * content, as far back as that remembers. What comes behind either bound is told ({@code MARKER}).
 *
 * <p>Start with {@link org.saccade.operators.stream.PacketStream}; {@link
 * org.saccade.operators.stream.KeyedPacketOperator} keeps a stream a key.
 */
package org.saccade.operators.stream;
