package org.saccade.schemas.flink;

import java.io.IOException;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.common.typeutils.TypeSerializer;
import org.apache.flink.api.common.typeutils.TypeSerializerSnapshot;
import org.apache.flink.core.memory.DataInputView;
import org.apache.flink.core.memory.DataOutputView;
import org.saccade.schemas.packet.ControlCommand;

/** The fields in the order of {@link ControlCommand#write}. */
public final class ControlCommandSerializer extends PlainSerializer<ControlCommand> {
  private static final long serialVersionUID = 1L;

  public static final ControlCommandSerializer INSTANCE = new ControlCommandSerializer();

  /** What Flink knows of {@link ControlCommand}. */
  public static final TypeInformation<ControlCommand> TYPE =
      new SerializedTypeInfo<>(ControlCommand.class, INSTANCE);

  @Override
  public void serialize(ControlCommand value, DataOutputView out) throws IOException {
    value.write(out);
  }

  @Override
  public ControlCommand deserialize(DataInputView in) throws IOException {
    return ControlCommand.read(in);
  }

  @Override
  public TypeSerializerSnapshot<ControlCommand> snapshotConfiguration() {
    return new Snapshot();
  }

  /** Format 1: as the class says. */
  public static final class Snapshot extends FormatSnapshot<ControlCommand> {
    public Snapshot() {
      super(1);
    }

    @Override
    protected TypeSerializer<ControlCommand> serializer(int ofFormat) {
      return INSTANCE;
    }
  }
}
