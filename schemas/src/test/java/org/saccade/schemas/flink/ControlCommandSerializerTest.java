package org.saccade.schemas.flink;

import static org.assertj.core.api.Assertions.assertThat;

import org.apache.flink.api.common.typeutils.TypeSerializer;
import org.apache.flink.api.common.typeutils.TypeSerializerSnapshot;
import org.apache.flink.core.memory.DataInputDeserializer;
import org.apache.flink.core.memory.DataOutputSerializer;
import org.junit.jupiter.api.Test;
import org.saccade.schemas.Command;
import org.saccade.schemas.packet.ControlCommand;
import org.saccade.schemas.packet.ModelOrder;
import org.saccade.schemas.packet.Origin;

class ControlCommandSerializerTest {
  private static final Origin ORIGIN = new Origin("control", 2, 7, 1_000);

  private static <T> T back(TypeSerializer<T> serializer, T value) throws Exception {
    DataOutputSerializer out = new DataOutputSerializer(64);
    serializer.serialize(value, out);
    return serializer.deserialize(new DataInputDeserializer(out.getCopyOfBuffer()));
  }

  @Test
  void aCommandComesBackWithItsArgument() throws Exception {
    ControlCommand command =
        new ControlCommand(
            "cam", "spikepoint", Command.LOAD_MODEL, "a.safetensors", "s", 5, ORIGIN);
    assertThat(back(ControlCommandSerializer.INSTANCE, command)).isEqualTo(command);
    ModelOrder order = new ModelOrder(command, new byte[] {1, 2, 3});
    assertThat(back(ModelOrderSerializer.INSTANCE, order)).isEqualTo(order);
  }

  /** As it was written before commands had an argument. */
  @Test
  void aCommandOfTheFirstFormatIsRead() throws Exception {
    DataOutputSerializer out = new DataOutputSerializer(64);
    out.writeUTF("cam");
    out.writeUTF("drift");
    out.writeUTF("FREEZE");
    out.writeBoolean(false);
    out.writeLong(5);
    ORIGIN.write(out);
    ControlCommandSerializer.Snapshot snapshot = new ControlCommandSerializer.Snapshot();
    snapshot.readSnapshot(1, new DataInputDeserializer(new byte[0]), getClass().getClassLoader());
    TypeSerializer<ControlCommand> former = snapshot.restoreSerializer();
    assertThat(former.deserialize(new DataInputDeserializer(out.getCopyOfBuffer())))
        .isEqualTo(new ControlCommand("cam", "drift", Command.FREEZE, null, 5, ORIGIN));
    TypeSerializerSnapshot<ControlCommand> now =
        ControlCommandSerializer.INSTANCE.snapshotConfiguration();
    assertThat(now.resolveSchemaCompatibility(snapshot).isCompatibleAfterMigration()).isTrue();
  }
}
