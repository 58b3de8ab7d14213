package org.saccade.schemas.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Arrays;
import org.apache.avro.io.BinaryEncoder;
import org.apache.avro.io.EncoderFactory;
import org.apache.avro.message.BinaryMessageEncoder;
import org.apache.avro.specific.SpecificData;
import org.apache.avro.specific.SpecificRecordBase;
import org.junit.jupiter.api.Test;
import org.saccade.schemas.Command;
import org.saccade.schemas.Control;
import org.saccade.schemas.DeadLetterReason;
import org.saccade.schemas.EventPacket;
import org.saccade.schemas.Feature;
import org.saccade.schemas.Marker;
import org.saccade.schemas.SamplePacket;

class RecordCodecTest {
  private static Control control() {
    return Control.newBuilder()
        .setStream("cam0")
        .setOperator("filter")
        .setCommand(Command.FREEZE)
        .setArgument("")
        .setSession("s1")
        .setEffective(7L)
        .build();
  }

  private static <T extends SpecificRecordBase> RejectedRecordException rejected(
      Class<T> type, byte[] value) {
    return catchThrowableOfType(
        RejectedRecordException.class, () -> new RecordCodec<>(type).decode(value));
  }

  @Test
  void readsBackWhatWasWritten() throws RejectedRecordException {
    RecordCodec<Control> codec = new RecordCodec<>(Control.class);

    assertThat(codec.decode(codec.encode(control()))).isEqualTo(control());
    assertThat(codec.encode(control())).isEqualTo(codec.encode(control()));
  }

  @Test
  void writesWhatAvrosOwnSingleObjectEncoderWrites() throws IOException {
    byte[] avros =
        new BinaryMessageEncoder<Control>(SpecificData.get(), Control.getClassSchema())
            .encode(control())
            .array();

    assertThat(new RecordCodec<>(Control.class).encode(control())).isEqualTo(avros);
  }

  @Test
  void rejectsAForeignFrame() {
    byte[] json = "{\"stream\":\"cam0\"}".getBytes(java.nio.charset.StandardCharsets.UTF_8);
    RejectedRecordException e = rejected(Control.class, json);

    assertThat(e.reason()).isEqualTo(DeadLetterReason.BAD_FRAMING);
    assertThat(e)
        .hasMessage(
            "expected Avro single-object encoding (C3 01, 8-byte fingerprint), found 17 bytes: "
                + "7b 22 73 74 72 65 61 6d 22 3a 22 63 …");
    assertThat(rejected(Control.class, null)).hasMessage("the record has no value");
    assertThat(rejected(Control.class, new byte[0]).reason())
        .isEqualTo(DeadLetterReason.BAD_FRAMING);
  }

  @Test
  void rejectsAFingerprintThatNoReleaseHas() {
    byte[] value = new RecordCodec<>(Control.class).encode(control());
    value[9] ^= 1;

    assertThat(rejected(Control.class, value).reason()).isEqualTo(DeadLetterReason.UNKNOWN_SCHEMA);
  }

  @Test
  void rejectsARecordOfAnotherType() {
    RejectedRecordException e =
        rejected(Marker.class, new RecordCodec<>(Control.class).encode(control()));

    assertThat(e.reason()).isEqualTo(DeadLetterReason.UNKNOWN_SCHEMA);
    assertThat(e)
        .hasMessage("expected org.saccade.schemas.Marker, found org.saccade.schemas.Control");
  }

  @Test
  void rejectsACutRecordAtEveryByteAndOneWithBytesLeftOver() {
    byte[] value = new RecordCodec<>(Control.class).encode(control());
    for (int length = RecordCodec.HEADER_BYTES; length < value.length; length++) {
      assertThat(rejected(Control.class, Arrays.copyOf(value, length)).reason())
          .isEqualTo(DeadLetterReason.MALFORMED_RECORD);
    }
    assertThat(rejected(Control.class, Arrays.copyOf(value, value.length + 2)))
        .hasMessage(
            "Control ends at byte "
                + value.length
                + " of "
                + (value.length + 2)
                + ": bytes are left over");
  }

  @Test
  void rejectsAnEnumOrAUnionBranchThatIsNone() {
    byte[] value = new RecordCodec<>(Control.class).encode(control());
    int command = 10 + 1 + 4 + 1 + 6;
    for (int forged : new int[] {0x7F, 0x7E, 0x01}) {
      byte[] copy = value.clone();
      copy[command] = (byte) forged;
      assertThat(rejected(Control.class, copy).reason())
          .isEqualTo(DeadLetterReason.MALFORMED_RECORD);
      copy = value.clone();
      copy[command + 2] = (byte) forged;
      assertThat(rejected(Control.class, copy).reason())
          .isEqualTo(DeadLetterReason.MALFORMED_RECORD);
    }
  }

  /** A record of a few bytes whose last length says a gigabyte. */
  @Test
  void allocatesNothingForForgedLengths() throws IOException {
    byte[] framed = new RecordCodec<>(EventPacket.class).encode(Packets.header());
    byte[] forged = Arrays.copyOf(framed, framed.length + 4);
    int payloadLength = framed.length - 1;
    byte[] gigabyte = varint(1 << 30);
    System.arraycopy(gigabyte, 0, forged, payloadLength, gigabyte.length);
    byte[] stream = framed.clone();
    System.arraycopy(gigabyte, 0, stream, 10, gigabyte.length);

    long before = Allocation.bytes();
    assertThat(rejected(EventPacket.class, forged)).hasMessageContaining("1073741824 bytes");
    assertThat(rejected(EventPacket.class, stream)).hasMessageContaining("1073741824 bytes");
    assertThat(Allocation.bytes() - before).isLessThan(8 << 20);
  }

  @Test
  void allocatesNothingForAForgedArray() throws IOException {
    SamplePacket packet = Samples.packet();
    packet.setChannels(java.util.List.of());
    RecordCodec<SamplePacket> codec = new RecordCodec<>(SamplePacket.class);
    byte[] framed = codec.encode(packet);
    int channels = framed.length - 5;
    assertThat(framed[channels]).as("no channels").isZero();
    byte[] forged = Arrays.copyOf(framed, framed.length + 4);
    byte[] many = varint(1 << 28);
    System.arraycopy(many, 0, forged, channels, many.length);

    long before = Allocation.bytes();
    assertThat(rejected(SamplePacket.class, forged)).hasMessageContaining("268435456 items");
    assertThat(Allocation.bytes() - before).isLessThan(8 << 20);
  }

  private static byte[] varint(int value) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    BinaryEncoder encoder = EncoderFactory.get().binaryEncoder(out, null);
    encoder.writeInt(value);
    encoder.flush();
    return out.toByteArray();
  }

  @Test
  void readsConfluentFramesWhereARegistryIsGiven() throws RejectedRecordException {
    byte[] single = new RecordCodec<>(Control.class).encode(control());
    byte[] confluent = new byte[single.length - 5];
    confluent[4] = 42;
    System.arraycopy(single, 10, confluent, 5, single.length - 10);
    RecordCodec<Control> codec =
        new RecordCodec<>(
            Control.class,
            id -> id == 42 ? Control.getClassSchema() : id == 43 ? Feature.getClassSchema() : null);

    assertThat(codec.decode(confluent)).isEqualTo(control());
    assertThat(codec.decode(single)).isEqualTo(control());
    assertThat(rejected(Control.class, confluent).reason()).isEqualTo(DeadLetterReason.BAD_FRAMING);
    confluent[4] = 44;
    assertThatThrownBy(() -> codec.decode(confluent))
        .hasMessage("the registry has no schema with id 44");
    confluent[4] = 43;
    assertThatThrownBy(() -> codec.decode(confluent)).hasMessageContaining("found org.saccade");
  }
}
