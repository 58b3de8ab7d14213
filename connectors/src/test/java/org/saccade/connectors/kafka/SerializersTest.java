package org.saccade.connectors.kafka;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.apache.flink.api.common.serialization.SerializerConfigImpl;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.common.typeutils.TypeSerializer;
import org.apache.flink.api.common.typeutils.TypeSerializerSnapshot;
import org.apache.flink.core.memory.DataInputDeserializer;
import org.apache.flink.core.memory.DataOutputSerializer;
import org.apache.flink.util.InstantiationUtil;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.saccade.schemas.DeadLetter;
import org.saccade.schemas.DeadLetterReason;
import org.saccade.schemas.EventEncoding;
import org.saccade.schemas.Feature;
import org.saccade.schemas.flink.RawEventPacketSerializer;
import org.saccade.schemas.flink.RawEventPacketTypeInfo;
import org.saccade.schemas.flink.RecordSerializer;
import org.saccade.schemas.flink.RecordTypeInfo;
import org.saccade.schemas.packet.Origin;
import org.saccade.schemas.packet.RawEventPacket;

class SerializersTest {
  private static final ClassLoader LOADER = SerializersTest.class.getClassLoader();

  private static RawEventPacket packet(byte[] record, int payloadOffset) {
    return new RawEventPacket(
        "cam0",
        "run",
        7,
        100,
        200,
        RawEventPacket.NO_EPOCH,
        640,
        480,
        EventEncoding.COLUMNAR,
        new byte[] {1, 2},
        3,
        true,
        record,
        payloadOffset,
        new Origin("dvs.events", 2, 99, 1234));
  }

  private static DeadLetter letter() {
    return DeadLetter.newBuilder()
        .setTopic("dvs.events")
        .setPartition(1)
        .setOffset(5)
        .setTimestampMillis(6)
        .setKey(null)
        .setValue(ByteBuffer.wrap(new byte[] {1, 2, 3}))
        .setReason(DeadLetterReason.BAD_FRAMING)
        .setMessage("no")
        .setJob("events")
        .build();
  }

  private static Feature feature() {
    return new Feature(null, "cam0", "run", "rate", 12L, 0.5);
  }

  static Stream<Arguments> types() {
    return Stream.of(
        Arguments.of(new RawEventPacketTypeInfo(), packet(new byte[] {9, 8, 7}, 1)),
        Arguments.of(new RecordTypeInfo<>(DeadLetter.class), letter()),
        Arguments.of(new RecordTypeInfo<>(Feature.class), feature()),
        Arguments.of(
            KafkaRecordSerializer.TYPE,
            new KafkaRecord("t", 1, 2, 3, null, new byte[] {0, (byte) 0xFF})),
        Arguments.of(KafkaRecordSerializer.TYPE, new KafkaRecord("t", 1, 2, 3, new byte[0], null)));
  }

  private static <T> byte[] write(TypeSerializer<T> serializer, T value) throws IOException {
    DataOutputSerializer out = new DataOutputSerializer(16);
    serializer.serialize(value, out);
    return out.getCopyOfBuffer();
  }

  @ParameterizedTest
  @MethodSource("types")
  <T> void readWhatTheyWrote(TypeInformation<T> type, T value) throws IOException {
    TypeSerializer<T> serializer = type.createSerializer(new SerializerConfigImpl());
    DataInputDeserializer in = new DataInputDeserializer(write(serializer, value));

    assertThat(serializer.deserialize(in)).isEqualTo(value);
    assertThat(in.available()).isZero();
  }

  @ParameterizedTest
  @MethodSource("types")
  <T> void copyValuesAndBytes(TypeInformation<T> type, T value) throws IOException {
    TypeSerializer<T> serializer = type.createSerializer(new SerializerConfigImpl());
    byte[] bytes = write(serializer, value);
    DataOutputSerializer copy = new DataOutputSerializer(16);
    serializer.copy(new DataInputDeserializer(bytes), copy);

    assertThat(serializer.copy(value)).isEqualTo(value);
    assertThat(copy.getCopyOfBuffer()).isEqualTo(bytes);
  }

  @ParameterizedTest
  @MethodSource("types")
  <T> void areRestoredFromTheirSnapshots(TypeInformation<T> type, T value) throws IOException {
    TypeSerializer<T> serializer = type.createSerializer(new SerializerConfigImpl());
    DataOutputSerializer out = new DataOutputSerializer(16);
    TypeSerializerSnapshot.writeVersionedSnapshot(out, serializer.snapshotConfiguration());
    TypeSerializerSnapshot<T> restored =
        TypeSerializerSnapshot.readVersionedSnapshot(
            new DataInputDeserializer(out.getCopyOfBuffer()), LOADER);

    assertThat(restored.restoreSerializer()).isEqualTo(serializer);
    assertThat(
            serializer
                .snapshotConfiguration()
                .resolveSchemaCompatibility(restored)
                .isCompatibleAsIs())
        .isTrue();
    assertThat(
            restored
                .restoreSerializer()
                .deserialize(new DataInputDeserializer(write(serializer, value))))
        .isEqualTo(value);
  }

  @ParameterizedTest
  @MethodSource("types")
  <T> void travelWithTheJob(TypeInformation<T> type, T value) throws Exception {
    TypeInformation<T> travelled = InstantiationUtil.clone(type);

    assertThat(travelled).isEqualTo(type).hasSameHashCodeAs(type);
    assertThat(travelled.createSerializer(new SerializerConfigImpl()).duplicate())
        .isEqualTo(type.createSerializer(new SerializerConfigImpl()));
  }

  @Test
  void tellRecordTypesApart() {
    assertThat(new RecordTypeInfo<>(Feature.class))
        .isNotEqualTo(new RecordTypeInfo<>(DeadLetter.class));
    assertThat(
            new RecordSerializer<>(Feature.class)
                .snapshotConfiguration()
                .resolveSchemaCompatibility(
                    other(new RecordSerializer<>(DeadLetter.class).snapshotConfiguration()))
                .isIncompatible())
        .isTrue();
  }

  @SuppressWarnings("unchecked")
  private static TypeSerializerSnapshot<Feature> other(TypeSerializerSnapshot<?> snapshot) {
    return (TypeSerializerSnapshot<Feature>) snapshot;
  }

  @Test
  void copyRecordsDeeply() {
    RecordSerializer<DeadLetter> serializer = new RecordSerializer<>(DeadLetter.class);
    DeadLetter original = letter();
    DeadLetter copy = serializer.copy(original);

    original.setMessage("changed");
    original.getValue().put(0, (byte) 99);

    assertThat(copy).isEqualTo(letter());
  }

  @Test
  void refuseStateOfAFormatThatTheyDoNotKnow() {
    RawEventPacketSerializer.Snapshot snapshot = new RawEventPacketSerializer.Snapshot();

    assertThatThrownBy(() -> snapshot.readSnapshot(2, new DataInputDeserializer(), LOADER))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("format 2, this release reads 1 to 1");
  }

  @Property
  void keepAnyPayload(@ForAll byte[] record) throws IOException {
    RawEventPacket packet = packet(record, record.length / 2);
    RawEventPacketSerializer serializer = RawEventPacketSerializer.INSTANCE;

    RawEventPacket read =
        serializer.deserialize(new DataInputDeserializer(write(serializer, packet)));

    assertThat(read).isEqualTo(packet);
    assertThat(Arrays.equals(read.record(), record)).isTrue();
  }
}
