package org.saccade.schemas.flink;

import java.io.IOException;
import org.apache.flink.api.common.typeutils.TypeSerializer;
import org.apache.flink.api.common.typeutils.TypeSerializerSchemaCompatibility;
import org.apache.flink.api.common.typeutils.TypeSerializerSnapshot;
import org.apache.flink.core.memory.DataInputView;
import org.apache.flink.core.memory.DataOutputView;

/**
 * Snapshot of a serializer whose format is known by a number that grows with each change.
 *
 * @param <T> what the serializer writes
 */
public abstract class FormatSnapshot<T> implements TypeSerializerSnapshot<T> {
  private final int newest;
  private int format;

  /**
   * @param newest the format that this release writes
   */
  protected FormatSnapshot(int newest) {
    this.newest = newest;
    format = newest;
  }

  /** The serializer that reads a format, 1 to the newest. */
  protected abstract TypeSerializer<T> serializer(int ofFormat);

  @Override
  public final int getCurrentVersion() {
    return newest;
  }

  @Override
  public void writeSnapshot(DataOutputView out) throws IOException {}

  @Override
  public void readSnapshot(int readVersion, DataInputView in, ClassLoader classLoader)
      throws IOException {
    if (readVersion < 1 || readVersion > newest) {
      throw new IOException(
          getClass().getSimpleName()
              + ": the state is of format "
              + readVersion
              + ", this release reads 1 to "
              + newest
              + ": restore it with the release that wrote it, or a newer one");
    }
    format = readVersion;
  }

  @Override
  public final TypeSerializer<T> restoreSerializer() {
    return serializer(format);
  }

  @Override
  public TypeSerializerSchemaCompatibility<T> resolveSchemaCompatibility(
      TypeSerializerSnapshot<T> old) {
    if (old.getClass() != getClass()) {
      return TypeSerializerSchemaCompatibility.incompatible();
    }
    return ((FormatSnapshot<T>) old).format == newest
        ? TypeSerializerSchemaCompatibility.compatibleAsIs()
        : TypeSerializerSchemaCompatibility.compatibleAfterMigration();
  }
}
