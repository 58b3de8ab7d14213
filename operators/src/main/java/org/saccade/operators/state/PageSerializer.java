package org.saccade.operators.state;

import java.io.IOException;
import org.apache.flink.api.common.typeutils.TypeSerializer;
import org.apache.flink.api.common.typeutils.TypeSerializerSchemaCompatibility;
import org.apache.flink.api.common.typeutils.TypeSerializerSnapshot;
import org.apache.flink.api.common.typeutils.base.TypeSerializerSingleton;
import org.apache.flink.core.memory.DataInputView;
import org.apache.flink.core.memory.DataOutputView;
import org.saccade.operators.paged.Page;

/**
 * A page in keyed state: {@code version (4 bytes), length (4 bytes), bytes}, big-endian.
 *
 * <p>Every page carries the version of its own form, so this form need never change when a model's
 * state does.
 */
public final class PageSerializer extends TypeSerializerSingleton<Page> {
  private static final long serialVersionUID = 1L;

  /** The one instance; it has no state. */
  public static final PageSerializer INSTANCE = new PageSerializer();

  private static final Page EMPTY = new Page(0, new byte[0]);

  @Override
  public boolean isImmutableType() {
    return true;
  }

  @Override
  public Page createInstance() {
    return EMPTY;
  }

  @Override
  public Page copy(Page from) {
    return from;
  }

  @Override
  public Page copy(Page from, Page reuse) {
    return from;
  }

  @Override
  public int getLength() {
    return -1;
  }

  @Override
  public void serialize(Page page, DataOutputView target) throws IOException {
    target.writeInt(page.version());
    target.writeInt(page.bytes().length);
    target.write(page.bytes());
  }

  @Override
  public Page deserialize(DataInputView source) throws IOException {
    int version = source.readInt();
    byte[] bytes = new byte[source.readInt()];
    source.readFully(bytes);
    return new Page(version, bytes);
  }

  @Override
  public Page deserialize(Page reuse, DataInputView source) throws IOException {
    return deserialize(source);
  }

  @Override
  public void copy(DataInputView source, DataOutputView target) throws IOException {
    target.writeInt(source.readInt());
    int length = source.readInt();
    target.writeInt(length);
    target.write(source, length);
  }

  @Override
  public TypeSerializerSnapshot<Page> snapshotConfiguration() {
    return new Snapshot();
  }

  /** What a savepoint says of this serializer: only the version of its form. */
  public static final class Snapshot implements TypeSerializerSnapshot<Page> {
    private static final int VERSION = 1;

    @Override
    public int getCurrentVersion() {
      return VERSION;
    }

    @Override
    public void writeSnapshot(DataOutputView out) {
      // The version, which Flink writes, says all.
    }

    @Override
    public void readSnapshot(int version, DataInputView in, ClassLoader classes)
        throws IOException {
      if (version != VERSION) {
        throw new IOException(
            "pages in state have form " + version + "; this release reads form " + VERSION);
      }
    }

    @Override
    public TypeSerializer<Page> restoreSerializer() {
      return INSTANCE;
    }

    @Override
    public TypeSerializerSchemaCompatibility<Page> resolveSchemaCompatibility(
        TypeSerializerSnapshot<Page> old) {
      return old instanceof Snapshot
          ? TypeSerializerSchemaCompatibility.compatibleAsIs()
          : TypeSerializerSchemaCompatibility.incompatible();
    }
  }
}
