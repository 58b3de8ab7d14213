package org.saccade.operators.types;

import java.io.IOException;
import org.apache.avro.specific.SpecificRecordBase;
import org.apache.flink.api.common.typeutils.TypeSerializer;
import org.apache.flink.api.common.typeutils.TypeSerializerSnapshot;
import org.apache.flink.core.memory.DataInputView;
import org.apache.flink.core.memory.DataOutputView;
import org.saccade.schemas.wire.RecordCodec;
import org.saccade.schemas.wire.RejectedRecordException;

/**
 * A generated record as its length (4 bytes) and its single-object encoding, the bytes that it has
 * on a topic too. The writer's schema is in the bytes, so a state written by an older release is
 * read by a newer one.
 *
 * @param <T> the generated record
 */
public final class AvroRecordSerializer<T extends SpecificRecordBase> extends TypeSerializer<T> {
  private static final long serialVersionUID = 1L;

  private final Class<T> type;
  private transient RecordCodec<T> codec;

  public AvroRecordSerializer(Class<T> type) {
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
  public boolean isImmutableType() {
    return false;
  }

  /** The codec is not thread-safe: each thread gets a serializer of its own. */
  @Override
  public TypeSerializer<T> duplicate() {
    return new AvroRecordSerializer<>(type);
  }

  @Override
  public T createInstance() {
    try {
      return type.getDeclaredConstructor().newInstance();
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(type.getName() + " has no public empty constructor", e);
    }
  }

  @Override
  public T copy(T from) {
    try {
      return codec().decode(codec().encode(from));
    } catch (RejectedRecordException e) {
      throw new IllegalStateException("a record that was just written: " + e.getMessage(), e);
    }
  }

  @Override
  public T copy(T from, T reuse) {
    return copy(from);
  }

  @Override
  public int getLength() {
    return -1;
  }

  @Override
  public void serialize(T record, DataOutputView target) throws IOException {
    byte[] bytes = codec().encode(record);
    target.writeInt(bytes.length);
    target.write(bytes);
  }

  @Override
  public T deserialize(DataInputView source) throws IOException {
    byte[] bytes = new byte[source.readInt()];
    source.readFully(bytes);
    try {
      return codec().decode(bytes);
    } catch (RejectedRecordException e) {
      throw new IOException(type.getSimpleName() + " in a stream or state: " + e.getMessage(), e);
    }
  }

  @Override
  public T deserialize(T reuse, DataInputView source) throws IOException {
    return deserialize(source);
  }

  @Override
  public void copy(DataInputView source, DataOutputView target) throws IOException {
    int length = source.readInt();
    target.writeInt(length);
    target.write(source, length);
  }

  @Override
  public boolean equals(Object o) {
    return o instanceof AvroRecordSerializer<?> other && other.type == type;
  }

  @Override
  public int hashCode() {
    return type.hashCode();
  }

  @Override
  public TypeSerializerSnapshot<T> snapshotConfiguration() {
    return new AvroRecordSerializerSnapshot<>(type);
  }
}
