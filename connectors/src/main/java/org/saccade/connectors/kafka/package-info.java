/**
 * Kafka in and out.
 *
 * <pre>
 *   topic ─▶ KafkaInput ─▶ KafkaRecord ─▶ ReadEventPackets ─▶ RawEventPacket
 *                                               └─ DeadLetter ─┐
 *   record of any type ────────────────────────────────────────┴▶ KafkaOutputs ─▶ topic
 * </pre>
 *
 * <p>A {@link org.saccade.connectors.kafka.KafkaConnection} says where the brokers are and how to
 * talk to them; {@link org.saccade.connectors.kafka.Topics} creates and describes topics; {@link
 * org.saccade.connectors.kafka.TopicReader} and {@link org.saccade.connectors.kafka.TopicCheck}
 * look into them without Flink. The wire format is that of {@code org.saccade.schemas.wire};
 * delivery is at-least-once with deterministic ids, exactly-once by option.
 *
 * <p>Start with {@link org.saccade.connectors.kafka.KafkaInput}.
 */
package org.saccade.connectors.kafka;
