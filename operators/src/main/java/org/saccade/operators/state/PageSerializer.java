package org.saccade.operators.state;

import java.io.IOException;
import org.apache.flink.api.common.typeutils.TypeSerializer;
import org.apache.flink.api.common.typeutils.TypeSerializerSnapshot;
import org.apache.flink.core.memory.DataInputView;
import org.apache.flink.core.memory.DataOutputView;
import org.saccade.operators.paged.Page;
import org.saccade.schemas.flink.FormatSnapshot;
import org.saccade.schemas.flink.PlainSerializer;

/**
 * A page in keyed state: {@code version (4 bytes), length (4 bytes), bytes}, big-endian.
 *
 * <p>Every page carries the version of its own form, so this form need never change when a model's
 * state does.
 */
public final class PageSerializer extends PlainSerializer<Page> {
  private static final long serialVersionUID = 1L;

  /** The one instance; it has no state. */
  public static final PageSerializer INSTANCE = new PageSerializer();

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
  public TypeSerializerSnapshot<Page> snapshotConfiguration() {
    return new Snapshot();
  }

  /** What a savepoint says of this serializer: only the number of its format. */
  public static final class Snapshot extends FormatSnapshot<Page> {
    /** Format 1 is the one above. */
    public Snapshot() {
      super(1);
    }

    @Override
    protected TypeSerializer<Page> serializer(int ofFormat) {
      return INSTANCE;
    }
  }
}
