package org.saccade.schemas.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.apache.avro.AvroRuntimeException;
import org.apache.avro.io.BinaryEncoder;
import org.apache.avro.io.EncoderFactory;
import org.junit.jupiter.api.Test;

/** Against Avro's own encoder. */
class BoundedDecoderTest {
  private interface Writing {
    void to(BinaryEncoder encoder) throws IOException;
  }

  private static BoundedDecoder decoding(Writing writing) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    BinaryEncoder encoder = EncoderFactory.get().binaryEncoder(out, null);
    writing.to(encoder);
    encoder.flush();
    return decoding(out.toByteArray());
  }

  private static BoundedDecoder decoding(byte[] bytes) {
    BoundedDecoder decoder = new BoundedDecoder(false);
    decoder.bytes(bytes, 0, bytes.length);
    return decoder;
  }

  private static byte[] bytes(int... values) {
    byte[] bytes = new byte[values.length];
    for (int i = 0; i < values.length; i++) {
      bytes[i] = (byte) values[i];
    }
    return bytes;
  }

  @Property(tries = 500)
  void readsNumbers(
      @ForAll long l, @ForAll int i, @ForAll double d, @ForAll float f, @ForAll boolean b)
      throws IOException {
    BoundedDecoder decoder =
        decoding(
            e -> {
              e.writeNull();
              e.writeLong(l);
              e.writeInt(i);
              e.writeDouble(d);
              e.writeFloat(f);
              e.writeBoolean(b);
              e.writeEnum(i & 0xFF);
              e.writeIndex(1);
            });

    decoder.readNull();
    assertThat(decoder.readLong()).isEqualTo(l);
    assertThat(decoder.readInt()).isEqualTo(i);
    assertThat(decoder.readDouble()).isEqualTo(d);
    assertThat(decoder.readFloat()).isEqualTo(f);
    assertThat(decoder.readBoolean()).isEqualTo(b);
    assertThat(decoder.readEnum()).isEqualTo(i & 0xFF);
    assertThat(decoder.readIndex()).isEqualTo(1);
    assertThatThrownBy(decoder::readLong).isInstanceOf(EOFException.class);
  }

  @Property(tries = 300)
  void readsAndSkipsStringsAndBytes(@ForAll byte[] raw, @ForAll int n) throws IOException {
    String text = "µs " + n;
    Writing writing =
        e -> {
          e.writeString(text);
          e.writeBytes(raw);
          e.writeFixed(raw, 0, raw.length);
          e.writeString(text);
          e.writeInt(n);
        };

    BoundedDecoder decoder = decoding(writing);
    assertThat(decoder.readString()).isEqualTo(text);
    assertThat(decoder.readBytes(null)).isEqualTo(ByteBuffer.wrap(raw));
    byte[] fixed = new byte[raw.length];
    decoder.readFixed(fixed, 0, raw.length);
    assertThat(fixed).isEqualTo(raw);
    assertThat(decoder.readString(null).toString()).isEqualTo(text);
    assertThat(decoder.readInt()).isEqualTo(n);

    BoundedDecoder skipping = decoding(writing);
    skipping.skipString();
    skipping.skipBytes();
    skipping.skipFixed(raw.length);
    skipping.skipString();
    assertThat(skipping.readInt()).isEqualTo(n);
  }

  @Test
  void readsArraysAndMaps() throws IOException {
    BoundedDecoder decoder =
        decoding(
            e -> {
              e.writeArrayStart();
              e.setItemCount(2);
              e.startItem();
              e.writeInt(5);
              e.startItem();
              e.writeInt(6);
              e.writeArrayEnd();
              e.writeMapStart();
              e.setItemCount(1);
              for (Map.Entry<String, Integer> entry : Map.of("a", 7).entrySet()) {
                e.startItem();
                e.writeString(entry.getKey());
                e.writeInt(entry.getValue());
              }
              e.writeMapEnd();
            });

    assertThat(decoder.readArrayStart()).isEqualTo(2);
    assertThat(decoder.readInt()).isEqualTo(5);
    assertThat(decoder.readInt()).isEqualTo(6);
    assertThat(decoder.arrayNext()).isZero();
    assertThat(decoder.readMapStart()).isEqualTo(1);
    assertThat(decoder.readString()).isEqualTo("a");
    assertThat(decoder.readInt()).isEqualTo(7);
    assertThat(decoder.mapNext()).isZero();
  }

  @Test
  void readsAndSkipsBlocksThatTellTheirLength() throws IOException {
    // one block: -2 items in 2 bytes: 5, 6; then the end; then 9
    byte[] blocks = bytes(0x03, 0x04, 0x0A, 0x0C, 0x00, 0x12);

    BoundedDecoder reading = decoding(blocks);
    assertThat(reading.readArrayStart()).isEqualTo(2);
    assertThat(reading.readInt()).isEqualTo(5);
    assertThat(reading.readInt()).isEqualTo(6);
    assertThat(reading.arrayNext()).isZero();

    BoundedDecoder skipping = decoding(blocks);
    assertThat(skipping.skipArray()).isZero();
    assertThat(skipping.readInt()).isEqualTo(9);
  }

  @Test
  void skipsAMillionEmptyBlocksWithoutGoingDeeper() throws IOException {
    byte[] blocks = new byte[2_000_001];
    for (int i = 0; i < 2_000_000; i += 2) {
      blocks[i] = 0x01;
    }
    BoundedDecoder decoder = decoding(blocks);

    assertThat(decoder.skipArray()).isZero();
    assertThat(decoder.position()).isEqualTo(blocks.length);
  }

  @Test
  void refusesLengthsThatTheBytesDoNotHold() throws IOException {
    for (long forged : new long[] {4, Integer.MAX_VALUE, Long.MAX_VALUE, -1, Long.MIN_VALUE}) {
      Writing writing =
          e -> {
            e.writeLong(forged);
            e.writeFixed(new byte[3]);
          };
      assertRefused(decoding(writing)::readString);
      assertRefused(() -> decoding(writing).readBytes(null));
      assertRefused(() -> decoding(writing).skipBytes());
      if (forged > 0) {
        // A negative count is Avro's way to say that the block's length in bytes follows.
        assertRefused(() -> decoding(writing).readArrayStart());
        assertRefused(() -> decoding(writing).skipArray());
        assertRefused(() -> decoding(writing).readMapStart());
      }
    }
    assertRefused(() -> decoding(bytes(0x01, 0x08, 0, 0, 0)).skipArray());
    assertRefused(() -> decoding(new byte[3]).readFixed(new byte[4], 0, 4));
    assertRefused(() -> decoding(new byte[3]).skipFixed(4));
    assertRefused(() -> decoding(new byte[7]).readDouble());
  }

  private static void assertRefused(org.assertj.core.api.ThrowableAssert.ThrowingCallable call) {
    assertThatThrownBy(call).isInstanceOf(EOFException.class);
  }

  @Test
  void refusesWhatIsNoNumber() {
    byte[] eleven = bytes(-1, -1, -1, -1, -1, -1, -1, -1, -1, -1, 0);
    assertThatThrownBy(() -> decoding(eleven).readLong())
        .isInstanceOf(AvroRuntimeException.class)
        .hasMessage("a varint is longer than 10 bytes");
    assertThatThrownBy(() -> decoding(bytes(0x80, 0x80, 0x80, 0x80, 0x10)).readInt())
        .hasMessage("value 2147483648 is no 32-bit integer");
    assertThatThrownBy(() -> decoding(bytes(2)).readBoolean()).hasMessage("byte 2 is no boolean");
  }

  @Test
  void sharesBytesOnlyWhereAskedTo() throws IOException {
    byte[] value = bytes(0x06, 1, 2, 3);
    BoundedDecoder sharing = new BoundedDecoder(true);
    sharing.bytes(value, 0, 4);
    ByteBuffer shared = sharing.readBytes(null);

    assertThat(shared.array()).isSameAs(value);
    assertThat(shared).isEqualTo(ByteBuffer.wrap(value, 1, 3));
    assertThat(decoding(value).readBytes(null).array()).containsExactly(1, 2, 3);
  }
}
