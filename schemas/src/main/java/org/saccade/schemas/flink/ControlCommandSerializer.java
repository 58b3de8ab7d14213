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

  public static final ControlCommandSerializer INSTANCE = new ControlCommandSerializer(true);

  private static final ControlCommandSerializer FORMER = new ControlCommandSerializer(false);

  /** What Flink knows of {@link ControlCommand}. */
  public static final TypeInformation<ControlCommand> TYPE =
      new SerializedTypeInfo<>(ControlCommand.class, INSTANCE);

  private final boolean withArgument;

  private ControlCommandSerializer(boolean withArgument) {
    this.withArgument = withArgument;
  }

  @Override
  public void serialize(ControlCommand value, DataOutputView out) throws IOException {
    value.write(out);
  }

  @Override
  public ControlCommand deserialize(DataInputView in) throws IOException {
    return withArgument ? ControlCommand.read(in) : ControlCommand.readFormer(in);
  }

  @Override
  public TypeSerializerSnapshot<ControlCommand> snapshotConfiguration() {
    return new Snapshot();
  }

  /** Format 2: as the class says. Format 1 has no argument. */
  public static final class Snapshot extends FormatSnapshot<ControlCommand> {
    public Snapshot() {
      super(2);
    }

    @Override
    protected TypeSerializer<ControlCommand> serializer(int ofFormat) {
      return ofFormat == 1 ? FORMER : INSTANCE;
    }
  }
}
