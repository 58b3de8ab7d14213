/**
 * How records and packets cross Flink's network and state: type information for each of them, so
 * that generic types stay disabled in every job.
 *
 * <p>A generated record travels as its single-object encoding, a packet as {@link
 * org.saccade.schemas.packet.RawEventPacket#write}.
 *
 * <p>Start with {@link org.saccade.operators.types.AvroRecordTypeInfo}.
 */
package org.saccade.operators.types;
