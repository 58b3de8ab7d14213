/**
 * A packet as it travels between the broker and a keyed operator: its header in the open, its
 * payload still as bytes.
 *
 * <p>{@link org.saccade.schemas.packet.PacketHeader} is what ordering needs of any packet, {@link
 * org.saccade.schemas.packet.RawPacket} what a keyed stream needs; {@link
 * org.saccade.schemas.packet.RawEventPacket} and {@link org.saccade.schemas.packet.RawSamplePacket}
 * are its two kinds; {@link org.saccade.schemas.packet.PayloadDecoder} turns its payload into a
 * batch, once, behind the {@code keyBy}.
 */
package org.saccade.schemas.packet;
