package org.saccade.schemas.flink;

import java.io.IOException;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.common.typeutils.TypeSerializer;
import org.apache.flink.api.common.typeutils.TypeSerializerSnapshot;
import org.apache.flink.core.memory.DataInputView;
import org.apache.flink.core.memory.DataOutputView;
import org.saccade.schemas.packet.ModelOrder;

/** The fields in the order of {@link ModelOrder#write}. */
public final class ModelOrderSerializer extends PlainSerializer<ModelOrder> {
  private static final long serialVersionUID = 1L;

  public static final ModelOrderSerializer INSTANCE = new ModelOrderSerializer();

  /** What Flink knows of {@link ModelOrder}. */
  public static final TypeInformation<ModelOrder> TYPE =
      new SerializedTypeInfo<>(ModelOrder.class, INSTANCE);

  @Override
  public void serialize(ModelOrder value, DataOutputView out) throws IOException {
    value.write(out);
  }

  @Override
  public ModelOrder deserialize(DataInputView in) throws IOException {
    return ModelOrder.read(in);
  }

  @Override
  public TypeSerializerSnapshot<ModelOrder> snapshotConfiguration() {
    return new Snapshot();
  }

  /** Format 1: as the class says. */
  public static final class Snapshot extends FormatSnapshot<ModelOrder> {
    public Snapshot() {
      super(1);
    }

    @Override
    protected TypeSerializer<ModelOrder> serializer(int ofFormat) {
      return INSTANCE;
    }
  }
}
