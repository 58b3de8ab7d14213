package org.saccade.operators.types;

import java.io.IOException;
import org.apache.avro.specific.SpecificRecordBase;
import org.apache.flink.api.common.typeutils.TypeSerializer;
import org.apache.flink.api.common.typeutils.TypeSerializerSchemaCompatibility;
import org.apache.flink.api.common.typeutils.TypeSerializerSnapshot;
import org.apache.flink.core.memory.DataInputView;
import org.apache.flink.core.memory.DataOutputView;
import org.apache.flink.util.InstantiationUtil;

/**
 * What a savepoint says of {@link AvroRecordSerializer}: the name of the record class. The schema
 * need not be there: each record carries its fingerprint.
 *
 * @param <T> the generated record
 */
public final class AvroRecordSerializerSnapshot<T extends SpecificRecordBase>
    implements TypeSerializerSnapshot<T> {
  private static final int VERSION = 1;

  private Class<T> type;

  /** For Flink, which reads the fields afterwards. */
  public AvroRecordSerializerSnapshot() {}

  AvroRecordSerializerSnapshot(Class<T> type) {
    this.type = type;
  }

  @Override
  public int getCurrentVersion() {
    return VERSION;
  }

  @Override
  public void writeSnapshot(DataOutputView out) throws IOException {
    out.writeUTF(type.getName());
  }

  @Override
  public void readSnapshot(int version, DataInputView in, ClassLoader classes) throws IOException {
    if (version != VERSION) {
      throw new IOException(
          "serializer snapshot of version " + version + ", expected " + VERSION + " at most");
    }
    type = InstantiationUtil.resolveClassByName(in, classes);
  }

  @Override
  public TypeSerializer<T> restoreSerializer() {
    return new AvroRecordSerializer<>(type);
  }

  @Override
  public TypeSerializerSchemaCompatibility<T> resolveSchemaCompatibility(
      TypeSerializerSnapshot<T> old) {
    return old instanceof AvroRecordSerializerSnapshot<T> o && o.type == type
        ? TypeSerializerSchemaCompatibility.compatibleAsIs()
        : TypeSerializerSchemaCompatibility.incompatible();
  }
}
