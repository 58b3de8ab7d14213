package org.saccade.connectors.kafka;

import org.apache.avro.specific.SpecificRecordBase;
import org.saccade.schemas.wire.RejectedRecordException;

/**
 * A record of a topic, decoded where it could be.
 *
 * @param origin where it was read, with its bytes
 * @param record what it holds; null where it could not be decoded
 * @param problem why not; null where it could
 */
public record TopicRecord(
    KafkaRecord origin, SpecificRecordBase record, RejectedRecordException problem) {}
