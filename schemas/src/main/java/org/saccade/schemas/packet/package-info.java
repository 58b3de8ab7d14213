/**
 * A packet as it travels between the broker and a keyed operator: its header in the open, its
 * payload still as bytes.
 *
 * <p>{@link org.saccade.schemas.packet.PacketHeader} is what ordering needs of any packet; {@link
 * org.saccade.schemas.packet.RawEventPacket} is a packet of events; {@link
 * org.saccade.schemas.packet.PayloadDecoder} turns its payload into a batch, once, behind the
 * {@code keyBy}.
 */
package org.saccade.schemas.packet;
