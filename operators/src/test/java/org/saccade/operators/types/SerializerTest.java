package org.saccade.operators.types;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.ByteBuffer;
import org.apache.flink.api.common.serialization.SerializerConfigImpl;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.common.typeutils.TypeSerializer;
import org.apache.flink.api.common.typeutils.TypeSerializerSnapshot;
import org.apache.flink.core.memory.DataInputDeserializer;
import org.apache.flink.core.memory.DataOutputSerializer;
import org.apache.flink.util.InstantiationUtil;
import org.junit.jupiter.api.Test;
import org.saccade.schemas.DeadLetter;
import org.saccade.schemas.EventEncoding;
import org.saccade.schemas.EventPacket;
import org.saccade.schemas.Feature;
import org.saccade.schemas.packet.Origin;
import org.saccade.schemas.packet.RawEventPacket;

class SerializerTest {
  private static final EventPacket PACKET =
      new EventPacket(
          "cam",
          "s",
          3L,
          10L,
          20L,
          null,
          64,
          48,
          EventEncoding.COLUMNAR,
          ByteBuffer.allocate(0),
          1,
          true,
          ByteBuffer.wrap(new byte[] {1, 2, 3, 4, 5}));

  private static final RawEventPacket RAW =
      new RawEventPacket(
          "cam",
          "s",
          3,
          10,
          20,
          5,
          64,
          48,
          EventEncoding.EVT3,
          new byte[] {9},
          1,
          true,
          new byte[] {0, 1, 2},
          1,
          new Origin("t", 1, 2, 3));

  private static <T> void comesBack(TypeInformation<T> type, T value) throws Exception {
    TypeSerializer<T> serializer = type.createSerializer(new SerializerConfigImpl());
    DataOutputSerializer out = new DataOutputSerializer(64);
    serializer.serialize(value, out);
    byte[] bytes = out.getCopyOfBuffer();
    assertThat(serializer.deserialize(new DataInputDeserializer(bytes))).isEqualTo(value);
    assertThat(serializer.copy(value)).isEqualTo(value);
    DataOutputSerializer copy = new DataOutputSerializer(64);
    serializer.copy(new DataInputDeserializer(bytes), copy);
    assertThat(copy.getCopyOfBuffer()).isEqualTo(bytes);

    TypeSerializer<T> shipped = InstantiationUtil.clone(serializer);
    assertThat(shipped).isEqualTo(serializer);
    assertThat(shipped.duplicate().deserialize(new DataInputDeserializer(bytes))).isEqualTo(value);

    DataOutputSerializer snapshot = new DataOutputSerializer(64);
    TypeSerializerSnapshot.writeVersionedSnapshot(snapshot, serializer.snapshotConfiguration());
    TypeSerializerSnapshot<T> read =
        TypeSerializerSnapshot.readVersionedSnapshot(
            new DataInputDeserializer(snapshot.getCopyOfBuffer()),
            SerializerTest.class.getClassLoader());
    assertThat(
            serializer.snapshotConfiguration().resolveSchemaCompatibility(read).isCompatibleAsIs())
        .isTrue();
    assertThat(read.restoreSerializer()).isEqualTo(serializer);
  }

  @Test
  void recordsAndPacketsComeBackAsTheyWere() throws Exception {
    comesBack(new AvroRecordTypeInfo<>(EventPacket.class), PACKET);
    comesBack(RawEventPacketTypeInfo.INSTANCE, RAW);
  }

  @Test
  void aRecordIsCopiedSoThatChangingOneLeavesTheOther() {
    AvroRecordSerializer<Feature> serializer = new AvroRecordSerializer<>(Feature.class);
    Feature feature = new Feature(null, "cam", "s", "event_rate", 1L, 2.0);
    Feature copy = serializer.copy(feature);
    feature.setValue(3.0);
    assertThat(copy.getValue()).isEqualTo(2.0);
    assertThat(serializer.createInstance()).isNotNull();
  }

  @Test
  void stateOfOneRecordTypeIsNotReadAsAnother() {
    var features = new AvroRecordSerializer<>(Feature.class).snapshotConfiguration();
    @SuppressWarnings({"unchecked", "rawtypes"})
    TypeSerializerSnapshot<Feature> letters =
        (TypeSerializerSnapshot)
            new AvroRecordSerializer<>(DeadLetter.class).snapshotConfiguration();
    assertThat(features.resolveSchemaCompatibility(letters).isIncompatible()).isTrue();
  }

  @Test
  void bytesThatAreNoRecordAreAnErrorThatNamesThePlace() {
    AvroRecordSerializer<Feature> serializer = new AvroRecordSerializer<>(Feature.class);
    assertThatThrownBy(
            () -> serializer.deserialize(new DataInputDeserializer(new byte[] {0, 0, 0, 1, 7})))
        .isInstanceOf(IOException.class)
        .hasMessageStartingWith("Feature in a stream or state: expected Avro single-object");
  }
}
