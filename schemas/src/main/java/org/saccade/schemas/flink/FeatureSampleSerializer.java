package org.saccade.schemas.flink;

import java.io.IOException;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.common.typeutils.TypeSerializer;
import org.apache.flink.api.common.typeutils.TypeSerializerSnapshot;
import org.apache.flink.core.memory.DataInputView;
import org.apache.flink.core.memory.DataOutputView;
import org.saccade.schemas.packet.FeatureSample;

/** The fields in the order of {@link FeatureSample#write}. */
public final class FeatureSampleSerializer extends PlainSerializer<FeatureSample> {
  private static final long serialVersionUID = 1L;

  public static final FeatureSampleSerializer INSTANCE = new FeatureSampleSerializer();

  /** What Flink knows of {@link FeatureSample}. */
  public static final TypeInformation<FeatureSample> TYPE =
      new SerializedTypeInfo<>(FeatureSample.class, INSTANCE);

  @Override
  public void serialize(FeatureSample value, DataOutputView out) throws IOException {
    value.write(out);
  }

  @Override
  public FeatureSample deserialize(DataInputView in) throws IOException {
    return FeatureSample.read(in);
  }

  @Override
  public TypeSerializerSnapshot<FeatureSample> snapshotConfiguration() {
    return new Snapshot();
  }

  /** Format 1: as the class says. */
  public static final class Snapshot extends FormatSnapshot<FeatureSample> {
    public Snapshot() {
      super(1);
    }

    @Override
    protected TypeSerializer<FeatureSample> serializer(int ofFormat) {
      return INSTANCE;
    }
  }
}
