package org.saccade.schemas.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.nio.ByteBuffer;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.saccade.schemas.DeadLetterReason;
import org.saccade.schemas.EventEncoding;
import org.saccade.schemas.EventPacket;
import org.saccade.schemas.batch.EventBatch;
import org.saccade.schemas.codec.MalformedPayloadException;
import org.saccade.schemas.packet.Origin;
import org.saccade.schemas.packet.PayloadDecoder;
import org.saccade.schemas.packet.RawEventPacket;

class EventPacketsTest {
  private static final Origin ORIGIN = new Origin("dvs.events", 2, 77, 1_700_000_000_000L);
  private final EventPackets packets = new EventPackets();

  @Test
  void readsBackTheHeaderAndTheEventsThatWereWritten()
      throws RejectedRecordException, MalformedPayloadException {
    EventPacket header = Packets.header();
    header.setEpochMicros(1_700_000_000_000_000L);
    header.setLast(true);
    EventBatch events = Packets.events(100);

    byte[] value = packets.writeColumnar(header, events, 10, 90);
    RawEventPacket packet = packets.read(value, ORIGIN);

    assertThat(packet.stream()).isEqualTo("cam0");
    assertThat(packet.session()).isEqualTo("s1");
    assertThat(packet.sequence()).isEqualTo(3);
    assertThat(packet.timeBase()).isEqualTo(1000);
    assertThat(packet.timeEnd()).isEqualTo(2000);
    assertThat(packet.epochMicros()).isEqualTo(1_700_000_000_000_000L);
    assertThat(packet.width()).isEqualTo(640);
    assertThat(packet.height()).isEqualTo(480);
    assertThat(packet.encoding()).isEqualTo(EventEncoding.COLUMNAR);
    assertThat(packet.decoderState()).isEmpty();
    assertThat(packet.count()).isEqualTo(80);
    assertThat(packet.last()).isTrue();
    assertThat(packet.origin()).isEqualTo(ORIGIN);
    assertThat(packet.record()).isSameAs(value);
    EventBatch read = new EventBatch(1);
    new PayloadDecoder().decode(packet, read);
    EventBatch expected = new EventBatch(1);
    expected.append(events, 10, 90);
    assertThat(read).isEqualTo(expected);
  }

  @Test
  void knowsNoEpochWhereNoneIsGiven() throws RejectedRecordException {
    assertThat(packets.read(packets.write(Packets.header()), ORIGIN).epochMicros())
        .isEqualTo(RawEventPacket.NO_EPOCH);
  }

  @Test
  void writesEachPacketByItself() throws RejectedRecordException, MalformedPayloadException {
    byte[] large = packets.writeColumnar(Packets.header(), Packets.events(9000), 0, 9000);
    byte[] small = packets.writeColumnar(Packets.header(), Packets.events(5), 0, 5);

    EventBatch read = new EventBatch(1);
    new PayloadDecoder().decode(packets.read(small, ORIGIN), read);
    assertThat(read).isEqualTo(Packets.events(5));
    new PayloadDecoder().decode(packets.read(large, ORIGIN), read);
    assertThat(read).isEqualTo(Packets.events(9000));
  }

  static Stream<Arguments> fieldsBeyondTheirBounds() {
    long over = (1L << 60) + 1;
    return Stream.of(
        bad("stream has 0 characters, expected 1 to 200", p -> p.setStream("")),
        bad("stream has 201 characters", p -> p.setStream("x".repeat(201))),
        bad("session has 0 characters, expected 1 to 200", p -> p.setSession("")),
        bad("session has 201 characters", p -> p.setSession("x".repeat(201))),
        bad("sequence=-1 must be between 0 and", p -> p.setSequence(-1)),
        bad("sequence=9223372036854775807", p -> p.setSequence(Long.MAX_VALUE)),
        bad("timeBase=1152921504606846977", p -> p.setTimeBase(over)),
        bad("timeBase=-1152921504606846977", p -> p.setTimeBase(-over)),
        bad("timeEnd=1152921504606846977", p -> p.setTimeEnd(over)),
        bad("timeEnd=-1152921504606846977", p -> p.setTimeEnd(-over)),
        bad("epochMicros=1152921504606846977", p -> p.setEpochMicros(over)),
        bad("epochMicros=-9223372036854775808", p -> p.setEpochMicros(Long.MIN_VALUE)),
        bad("width=0 must be between 1 and 32768", p -> p.setWidth(0)),
        bad("width=32769 must be", p -> p.setWidth(32769)),
        bad("height=0 must be between 1 and 32768", p -> p.setHeight(0)),
        bad("height=-1 must be", p -> p.setHeight(-1)),
        bad(
            "width * height=8421376 must be between 1 and 8388608",
            p -> {
              p.setWidth(32768);
              p.setHeight(257);
            }),
        bad("count=-1 must be between 0 and 1048576", p -> p.setCount(-1)),
        bad("count=1048577 must be", p -> p.setCount(1048577)),
        bad(
            "decoderState length=65 must be between 0 and 64",
            p -> p.setDecoderState(ByteBuffer.allocate(65))));
  }

  private static Arguments bad(String message, Consumer<EventPacket> change) {
    return Arguments.of(message, change);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("fieldsBeyondTheirBounds")
  void rejectsFieldsBeyondTheirBounds(String message, Consumer<EventPacket> change) {
    EventPacket packet = Packets.header();
    change.accept(packet);

    RejectedRecordException e = rejected(packets.write(packet));
    assertThat(e.reason()).isEqualTo(DeadLetterReason.INVALID_FIELD);
    assertThat(e).hasMessageContaining(message);
  }

  @Test
  void acceptsFieldsAtTheirBounds() throws RejectedRecordException {
    EventPacket packet = Packets.header();
    packet.setStream("x".repeat(200));
    packet.setSequence(Long.MAX_VALUE - 1);
    packet.setTimeBase(-EventPackets.MAX_TIME);
    packet.setTimeEnd(EventPackets.MAX_TIME);
    packet.setWidth(32768);
    packet.setHeight(256);
    packet.setCount(EventPackets.MAX_EVENTS);
    packet.setDecoderState(ByteBuffer.allocate(64));

    assertThat(packets.read(packets.write(packet), ORIGIN).width()).isEqualTo(32768);
  }

  @Test
  void rejectsAnEncodingThatTheReaderDoesNotKnow() {
    EventPacket packet = Packets.header();
    packet.setEncoding(EventEncoding.UNKNOWN);

    assertThat(rejected(packets.write(packet)).reason())
        .isEqualTo(DeadLetterReason.UNKNOWN_ENCODING);
  }

  @Test
  void rejectsARecordThatIsTooLarge() {
    RejectedRecordException e = rejected(new byte[EventPackets.MAX_BYTES + 1]);

    assertThat(e.reason()).isEqualTo(DeadLetterReason.TOO_LARGE);
    assertThat(e).hasMessage("record of 16777217 bytes, at most 16777216 are read");
  }

  @Test
  void rejectsARecordWithoutAValue() {
    assertThat(rejected(null).reason()).isEqualTo(DeadLetterReason.BAD_FRAMING);
  }

  private RejectedRecordException rejected(byte[] value) {
    return catchThrowableOfType(RejectedRecordException.class, () -> packets.read(value, ORIGIN));
  }
}
