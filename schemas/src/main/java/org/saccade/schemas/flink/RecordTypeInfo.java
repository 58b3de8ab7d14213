package org.saccade.schemas.flink;

import org.apache.avro.specific.SpecificRecordBase;

/**
 * Any of the records of {@code SCHEMAS.md}, on the edges between operators.
 *
 * @param <T> the record's class
 */
public final class RecordTypeInfo<T extends SpecificRecordBase> extends SerializedTypeInfo<T> {
  private static final long serialVersionUID = 1L;

  public RecordTypeInfo(Class<T> type) {
    super(type, new RecordSerializer<>(type));
  }
}
