package org.saccade.operators.state;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import org.apache.flink.api.common.typeutils.TypeSerializerSnapshot;
import org.apache.flink.core.memory.DataInputDeserializer;
import org.apache.flink.core.memory.DataOutputSerializer;
import org.junit.jupiter.api.Test;
import org.saccade.operators.paged.Page;

class PageSerializerTest {
  private static final Page PAGE = new Page(258, new byte[] {7, 8, 9});

  @Test
  void aPageIsItsVersionItsLengthAndItsBytes() throws IOException {
    DataOutputSerializer out = new DataOutputSerializer(16);
    PageSerializer.INSTANCE.serialize(PAGE, out);
    byte[] bytes = out.getCopyOfBuffer();
    assertThat(bytes).containsExactly(0, 0, 1, 2, 0, 0, 0, 3, 7, 8, 9);
    assertThat(PageSerializer.INSTANCE.deserialize(new DataInputDeserializer(bytes)))
        .isEqualTo(PAGE);

    DataOutputSerializer copy = new DataOutputSerializer(16);
    PageSerializer.INSTANCE.copy(new DataInputDeserializer(bytes), copy);
    assertThat(copy.getCopyOfBuffer()).isEqualTo(bytes);
  }

  @Test
  void itsSnapshotComesBackAndIsCompatible() throws IOException {
    DataOutputSerializer out = new DataOutputSerializer(16);
    TypeSerializerSnapshot<Page> snapshot = PageSerializer.INSTANCE.snapshotConfiguration();
    TypeSerializerSnapshot.writeVersionedSnapshot(out, snapshot);
    TypeSerializerSnapshot<Page> read =
        TypeSerializerSnapshot.readVersionedSnapshot(
            new DataInputDeserializer(out.getCopyOfBuffer()), getClass().getClassLoader());
    assertThat(snapshot.resolveSchemaCompatibility(read).isCompatibleAsIs()).isTrue();
    assertThat(read.restoreSerializer()).isEqualTo(PageSerializer.INSTANCE);
  }

  @Test
  void aSnapshotOfALaterFormIsRefused() {
    assertThatThrownBy(
            () ->
                new PageSerializer.Snapshot()
                    .readSnapshot(
                        2, new DataInputDeserializer(new byte[0]), getClass().getClassLoader()))
        .hasMessage("pages in state have form 2; this release reads form 1");
  }
}
