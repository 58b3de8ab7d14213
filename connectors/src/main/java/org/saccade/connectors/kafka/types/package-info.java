/**
 * What Flink needs to know of our types: how they are written, copied and restored. No Kryo.
 *
 * <p>{@link org.saccade.connectors.kafka.types.RawEventPacketTypeInfo} and {@link
 * org.saccade.connectors.kafka.types.RecordTypeInfo} say it of packets and of Avro records. A
 * serializer's snapshot is the number of its format ({@link
 * org.saccade.connectors.kafka.types.FormatSnapshot}), so that a release can restore what the
 * release before it wrote.
 *
 * <p>Start with {@link org.saccade.connectors.kafka.types.RecordTypeInfo}.
 */
package org.saccade.connectors.kafka.types;
