/**
 * The bytes of a Kafka record's value, as WIRE.md describes them for people without our code.
 *
 * <p>Default framing is Avro's single-object encoding:
 *
 * <pre>  C3 01 | CRC-64-AVRO fingerprint of the writer's schema, 8 bytes LE | Avro binary</pre>
 *
 * <p>{@link org.saccade.schemas.wire.ReleasedSchemas} knows every schema that was ever released, so
 * records of older and newer producers are read; {@link org.saccade.schemas.wire.RecordCodec}
 * frames any record; {@link org.saccade.schemas.wire.EventPackets} checks packets of events field
 * by field. What cannot be used is a {@link org.saccade.schemas.wire.RejectedRecordException} with
 * the reason of its dead letter; nothing is allocated by a length that the bytes declare before
 * that length is checked against the bytes there are.
 *
 * <p>Start with {@link org.saccade.schemas.wire.RecordCodec}.
 */
package org.saccade.schemas.wire;
