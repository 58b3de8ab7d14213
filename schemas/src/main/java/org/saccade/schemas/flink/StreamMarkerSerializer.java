package org.saccade.schemas.flink;

import java.io.IOException;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.common.typeutils.TypeSerializer;
import org.apache.flink.api.common.typeutils.TypeSerializerSnapshot;
import org.apache.flink.core.memory.DataInputView;
import org.apache.flink.core.memory.DataOutputView;
import org.saccade.schemas.packet.StreamMarker;

/** The fields in the order of {@link StreamMarker#write}. */
public final class StreamMarkerSerializer extends PlainSerializer<StreamMarker> {
  private static final long serialVersionUID = 1L;

  public static final StreamMarkerSerializer INSTANCE = new StreamMarkerSerializer();

  /** What Flink knows of {@link StreamMarker}. */
  public static final TypeInformation<StreamMarker> TYPE =
      new SerializedTypeInfo<>(StreamMarker.class, INSTANCE);

  @Override
  public void serialize(StreamMarker value, DataOutputView out) throws IOException {
    value.write(out);
  }

  @Override
  public StreamMarker deserialize(DataInputView in) throws IOException {
    return StreamMarker.read(in);
  }

  @Override
  public TypeSerializerSnapshot<StreamMarker> snapshotConfiguration() {
    return new Snapshot();
  }

  /** Format 1: as the class says. */
  public static final class Snapshot extends FormatSnapshot<StreamMarker> {
    public Snapshot() {
      super(1);
    }

    @Override
    protected TypeSerializer<StreamMarker> serializer(int ofFormat) {
      return INSTANCE;
    }
  }
}
