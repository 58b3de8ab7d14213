package org.saccade.schemas.flink;

import java.io.IOException;
import org.apache.avro.specific.SpecificData;
import org.apache.avro.specific.SpecificRecordBase;
import org.apache.flink.api.common.typeutils.TypeSerializer;
import org.apache.flink.api.common.typeutils.TypeSerializerSnapshot;
import org.apache.flink.core.memory.DataInputView;
import org.apache.flink.core.memory.DataOutputView;
import org.saccade.schemas.wire.RecordCodec;
import org.saccade.schemas.wire.RejectedRecordException;

/**
 * Writes a record as it stands on a topic: length (4 bytes), then Avro's single-object encoding.
 * The fingerprint in it makes what an older release wrote readable.
 *
 * @param <T> the record's class
 */
public final class RecordSerializer<T extends SpecificRecordBase> extends TypeSerializer<T> {
  private static final long serialVersionUID = 1L;

  private final Class<T> type;
  private transient RecordCodec<T> codec;

  public RecordSerializer(Class<T> type) {
    this.type = type;
  }

  Class<T> type() {
    return type;
  }

  private RecordCodec<T> codec() {
    if (codec == null) {
      codec = new RecordCodec<>(type);
    }
    return codec;
  }

  @Override
  public void serialize(T record, DataOutputView out) throws IOException {
    byte[] bytes = codec().encode(record);
    out.writeInt(bytes.length);
    out.write(bytes);
  }

  @Override
  public T deserialize(DataInputView in) throws IOException {
    byte[] bytes = new byte[in.readInt()];
    in.readFully(bytes);
    try {
      return codec().decode(bytes);
    } catch (RejectedRecordException e) {
      throw new IOException(type.getSimpleName() + " between operators: " + e.getMessage(), e);
    }
  }

  @Override
  public T deserialize(T reuse, DataInputView in) throws IOException {
    return deserialize(in);
  }

  @Override
  public T copy(T from) {
    // The codec first: loading its class is what makes Avro trust our records.
    codec();
    return SpecificData.getForClass(type).deepCopy(from.getSchema(), from);
  }

  @Override
  public T copy(T from, T reuse) {
    return copy(from);
  }

  @Override
  public void copy(DataInputView in, DataOutputView out) throws IOException {
    byte[] bytes = new byte[in.readInt()];
    in.readFully(bytes);
    out.writeInt(bytes.length);
    out.write(bytes);
  }

  /** No record: nothing is reused. */
  @Override
  public T createInstance() {
    return null;
  }

  @Override
  public boolean isImmutableType() {
    return false;
  }

  @Override
  public int getLength() {
    return -1;
  }

  /** A codec serves one thread, so each has a serializer of its own. */
  @Override
  public TypeSerializer<T> duplicate() {
    return new RecordSerializer<>(type);
  }

  @Override
  public boolean equals(Object o) {
    return o instanceof RecordSerializer<?> other && type.equals(other.type);
  }

  @Override
  public int hashCode() {
    return type.hashCode();
  }

  @Override
  public TypeSerializerSnapshot<T> snapshotConfiguration() {
    return new RecordSnapshot<>(type);
  }
}
