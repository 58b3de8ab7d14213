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
 * <p>Start with {@link org.saccade.operators.stream.PacketStream}; {@link
 * org.saccade.operators.stream.KeyedPacketOperator} keeps a stream a key.
 */
package org.saccade.operators.stream;
