package org.saccade.connectors.kafka;

import java.nio.ByteBuffer;
import java.util.HashMap;
import java.util.Map;
import java.util.function.IntFunction;
import org.apache.avro.Schema;
import org.apache.avro.specific.SpecificRecordBase;
import org.saccade.schemas.DeadLetterReason;
import org.saccade.schemas.EventPacket;
import org.saccade.schemas.wire.RecordCodec;
import org.saccade.schemas.wire.RejectedRecordException;
import org.saccade.schemas.wire.ReleasedSchemas;

/** Decodes records of whatever type: the framing names the schema, and the schema the type. */
public final class AnyRecords {
  private final IntFunction<Schema> registry;
  private final Map<String, RecordCodec<? extends SpecificRecordBase>> codecs = new HashMap<>();

  public AnyRecords() {
    this(null);
  }

  /**
   * @param registry gives the schema of a Confluent-framed record; null: such records are rejected
   */
  public AnyRecords(IntFunction<Schema> registry) {
    this.registry = registry;
    for (Topic topic : Topic.values()) {
      Class<? extends SpecificRecordBase> type = topic.recordType();
      codecs.put(type.getName(), new RecordCodec<>(type, registry));
    }
  }

  /**
   * The record in a value.
   *
   * @throws RejectedRecordException if it is none of ours
   */
  public SpecificRecordBase decode(byte[] value) throws RejectedRecordException {
    Schema schema = schema(value);
    if (schema == null) {
      // Let the codec of any type say what is wrong with the framing.
      return codecs.get(EventPacket.class.getName()).decode(value);
    }
    RecordCodec<? extends SpecificRecordBase> codec = codecs.get(schema.getFullName());
    if (codec == null) {
      throw new RejectedRecordException(
          DeadLetterReason.UNKNOWN_SCHEMA, schema.getFullName() + " is no record of a topic");
    }
    return codec.decode(value);
  }

  /** The schema that the framing names; null where it names none that is known. */
  private Schema schema(byte[] value) {
    if (value == null) {
      return null;
    }
    if (value.length >= RecordCodec.HEADER_BYTES && value[0] == (byte) 0xC3 && value[1] == 1) {
      long fingerprint = 0;
      for (int i = 0; i < 8; i++) {
        fingerprint |= (value[2 + i] & 0xFFL) << (8 * i);
      }
      return ReleasedSchemas.all().byFingerprint(fingerprint);
    }
    if (value.length >= 5 && value[0] == 0 && registry != null) {
      return registry.apply(ByteBuffer.wrap(value).getInt(1));
    }
    return null;
  }
}
