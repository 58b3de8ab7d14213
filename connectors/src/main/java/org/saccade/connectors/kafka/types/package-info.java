/**
 * What Flink needs to know of our types: how they are written, copied and restored. No Kryo.
 *
 * <p>{@link org.saccade.connectors.kafka.types.RawEventPacketTypeInfo} and {@link
 * org.saccade.connectors.kafka.types.RecordTypeInfo} say it of packets and of Avro records. A
 * serializer's snapshot is the number of its format ({@link
 * org.saccade.connectors.kafka.types.FormatSnapshot}), so that a release can restore what the
 * release before it wrote.
 *
 * <p>Flink takes Avro records for those of a module of its own that we do not use, so a function
 * that gives them says its type: {@code stream.map(function, new RecordTypeInfo<>(Feature.class))},
 * or by {@code ResultTypeQueryable}; {@code returns} comes too late.
 *
 * <p>Start with {@link org.saccade.connectors.kafka.types.RecordTypeInfo}.
 */
package org.saccade.connectors.kafka.types;
