package org.saccade.schemas.flink;

import java.io.IOException;
import org.apache.avro.specific.SpecificRecordBase;
import org.apache.flink.api.common.typeutils.TypeSerializer;
import org.apache.flink.api.common.typeutils.TypeSerializerSchemaCompatibility;
import org.apache.flink.api.common.typeutils.TypeSerializerSnapshot;
import org.apache.flink.core.memory.DataInputView;
import org.apache.flink.core.memory.DataOutputView;

/**
 * Format 1 of {@link RecordSerializer}; the record's class is in the snapshot.
 *
 * @param <T> the record's class
 */
public final class RecordSnapshot<T extends SpecificRecordBase> extends FormatSnapshot<T> {
  private Class<T> type;

  /** For Flink, which then calls {@link #readSnapshot}. */
  public RecordSnapshot() {
    super(1);
  }

  RecordSnapshot(Class<T> type) {
    this();
    this.type = type;
  }

  @Override
  public void writeSnapshot(DataOutputView out) throws IOException {
    out.writeUTF(type.getName());
  }

  @Override
  @SuppressWarnings("unchecked")
  public void readSnapshot(int readVersion, DataInputView in, ClassLoader classLoader)
      throws IOException {
    super.readSnapshot(readVersion, in, classLoader);
    String name = in.readUTF();
    try {
      type =
          (Class<T>) Class.forName(name, false, classLoader).asSubclass(SpecificRecordBase.class);
    } catch (ClassNotFoundException | ClassCastException e) {
      throw new IOException("the state holds records of " + name + ", which is not known here", e);
    }
  }

  @Override
  protected TypeSerializer<T> serializer(int ofFormat) {
    return new RecordSerializer<>(type);
  }

  @Override
  public TypeSerializerSchemaCompatibility<T> resolveSchemaCompatibility(
      TypeSerializerSnapshot<T> old) {
    return old instanceof RecordSnapshot<T> other && other.type != type
        ? TypeSerializerSchemaCompatibility.incompatible()
        : super.resolveSchemaCompatibility(old);
  }
}
