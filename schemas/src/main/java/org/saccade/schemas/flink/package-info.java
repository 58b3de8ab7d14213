/**
 * What Flink needs to know of our types: how they are written, copied and restored. No Kryo.
 *
 * <p>{@link org.saccade.schemas.flink.RawEventPacketTypeInfo} and {@link
 * org.saccade.schemas.flink.RecordTypeInfo} say it of packets and of Avro records. A serializer's
 * snapshot is the number of its format ({@link org.saccade.schemas.flink.FormatSnapshot}), so that
 * a release can restore what the release before it wrote.
 *
 * <p>Start with {@link org.saccade.schemas.flink.RecordTypeInfo}.
 */
package org.saccade.schemas.flink;
