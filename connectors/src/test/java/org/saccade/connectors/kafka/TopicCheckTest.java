package org.saccade.connectors.kafka;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.saccade.schemas.EventEncoding;
import org.saccade.schemas.EventPacket;
import org.saccade.schemas.Feature;
import org.saccade.schemas.batch.EventBatch;
import org.saccade.schemas.wire.EventPackets;
import org.saccade.schemas.wire.RecordCodec;
import org.saccade.schemas.wire.RejectedRecordException;

class TopicCheckTest {
  private final TopicCheck check = new TopicCheck("dvs.events", EventPacket.class);
  private final AnyRecords records = new AnyRecords();
  private long offset;

  /** A faultless packet of two events, at times 10 n and 10 n + 5 of its session. */
  private static EventPacket packet(String session, long sequence) {
    EventBatch events = new EventBatch(2);
    events.add(10 * sequence, 1, 2, 1);
    events.add(10 * sequence + 5, 639, 479, 0);
    EventPacket header = new EventPacket();
    header.setStream("cam0");
    header.setSession(session);
    header.setSequence(sequence);
    header.setTimeBase(10 * sequence);
    header.setTimeEnd(10 * sequence + 5);
    header.setWidth(640);
    header.setHeight(480);
    try {
      return new RecordCodec<>(EventPacket.class)
          .decode(new EventPackets().writeColumnar(header, events, 0, 2));
    } catch (RejectedRecordException e) {
      throw new AssertionError(e);
    }
  }

  private void add(EventPacket packet) {
    add(0, "cam0", new RecordCodec<>(EventPacket.class).encode(packet));
  }

  private void add(String session, long sequence, Consumer<EventPacket> change) {
    EventPacket packet = packet(session, sequence);
    change.accept(packet);
    add(packet);
  }

  private void add(int partition, String key, byte[] value) {
    KafkaRecord origin =
        new KafkaRecord(
            "dvs.events", partition, offset++, 0, key.getBytes(StandardCharsets.UTF_8), value);
    TopicRecord record;
    try {
      record = new TopicRecord(origin, records.decode(value), null);
    } catch (RejectedRecordException e) {
      record = new TopicRecord(origin, null, e);
    }
    check.add(record);
  }

  private void assertOnly(TopicProblem problem, String message) {
    assertThat(check.report().problems()).isEqualTo(Map.of(problem, 1L));
    assertThat(check.report().offenders())
        .containsExactly(new TopicReport.Offender(problem, 0, offset - 1, message));
  }

  @Test
  void findsNothingWrongWithOurOwnPackets() {
    add(packet("a", 0));
    add("a", 1, p -> p.setLast(true));
    add(packet("b", 0));

    TopicReport report = check.report();
    assertThat(report.clean()).isTrue();
    assertThat(report.records()).isEqualTo(3);
    assertThat(report.types()).isEqualTo(Map.of("EventPacket", 3L));
    assertThat(report.streams()).isEqualTo(1);
    assertThat(report.sessions()).isEqualTo(2);
    assertThat(report.items()).isEqualTo(6);
  }

  @Test
  void findsAForeignValue() {
    add(0, "cam0", "hello".getBytes(StandardCharsets.UTF_8));

    assertOnly(
        TopicProblem.BAD_FRAMING,
        "expected Avro single-object encoding (C3 01, 8-byte fingerprint), found 5 bytes:"
            + " 68 65 6c 6c 6f");
  }

  @Test
  void findsARecordOfAnotherType() {
    Feature feature = new Feature(null, "cam0", "a", "rate", 1L, 2.0);
    add(0, "cam0", new RecordCodec<>(Feature.class).encode(feature));

    assertOnly(TopicProblem.WRONG_TYPE, "expected EventPacket, found Feature");
  }

  @Test
  void findsAKeyThatIsNotTheStream() {
    add(0, "cam1", new RecordCodec<>(EventPacket.class).encode(packet("a", 0)));

    assertOnly(TopicProblem.WRONG_KEY, "expected key cam0, found cam1");
  }

  @Test
  void findsAFieldOutOfItsBound() {
    add("a", 0, p -> p.setWidth(0));

    assertOnly(TopicProblem.INVALID_FIELD, "width=0 must be between 1 and 32768");
  }

  @Test
  void findsAnUnknownEncoding() {
    add("a", 0, p -> p.setEncoding(EventEncoding.UNKNOWN));

    assertOnly(TopicProblem.UNKNOWN_ENCODING, "the encoding is not known to this release");
  }

  @Test
  void findsAPayloadThatCannotBeDecoded() {
    add("a", 0, p -> p.setPayload(ByteBuffer.allocate(3)));

    assertOnly(
        TopicProblem.MALFORMED_PAYLOAD, "count=2 does not fit a columnar payload of 3 bytes");
  }

  @Test
  void findsTimesThatAreNotThoseOfTheEvents() {
    add("a", 0, p -> p.setTimeEnd(4));

    assertOnly(TopicProblem.WRONG_TIMES, "timeBase=0 timeEnd=4, the events are from 0 to 5 µs");
  }

  @Test
  void findsAnEventOutsideOfTheFrame() {
    add("a", 0, p -> p.setWidth(639));

    assertOnly(TopicProblem.OUT_OF_FRAME, "event 1 at x=639 y=479, the frame is 639x480");
  }

  @Test
  void findsAGapInTheSequence() {
    add(packet("a", 0));
    add(packet("a", 2));

    assertOnly(TopicProblem.SEQUENCE_GAP, "stream cam0 session a: packet 2 found, expected 1");
  }

  @Test
  void findsAPacketThatCameBefore() {
    add(packet("a", 0));
    add(packet("a", 1));
    add(packet("a", 0));

    assertOnly(TopicProblem.SEQUENCE_REPEATED, "stream cam0 session a: packet 0 found, expected 2");
  }

  @Test
  void findsASessionThatDoesNotBeginWithPacketZero() {
    add(packet("a", 5));

    assertOnly(TopicProblem.SEQUENCE_START, "stream cam0 session a begins with packet 5");
  }

  @Test
  void findsAPacketBehindTheLast() {
    add("a", 0, p -> p.setLast(true));
    add(packet("a", 1));

    assertOnly(TopicProblem.AFTER_LAST, "stream cam0 session a: packet 1 comes after the last one");
  }

  @Test
  void findsASessionThatComesAgain() {
    add(packet("a", 0));
    add(packet("b", 0));
    add(packet("a", 1));

    assertOnly(TopicProblem.SESSION_RESUMED, "stream cam0 session a comes again after session b");
  }

  @Test
  void findsTimeThatGoesBack() {
    add(packet("a", 0));
    EventPacket late = packet("a", 0);
    late.setSequence(1L);
    add(late);

    assertOnly(
        TopicProblem.TIME_BACKWARD,
        "stream cam0 session a: packet 1 begins at 0 µs, the one before ended at 5 µs");
  }

  @Test
  void findsAStreamInTwoPartitions() {
    byte[] value = new RecordCodec<>(EventPacket.class).encode(packet("a", 0));
    add(1, "cam0", value);
    add(0, "cam0", value);

    assertOnly(TopicProblem.SEVERAL_PARTITIONS, "stream cam0 is in partition 1 too");
  }

  @Test
  void countsAllAndShowsTheFirstFew() {
    for (int i = 0; i < 10; i++) {
      add(0, "cam0", new byte[] {1});
    }

    assertThat(check.report().problems()).isEqualTo(Map.of(TopicProblem.BAD_FRAMING, 10L));
    assertThat(check.report().offenders())
        .extracting(TopicReport.Offender::offset)
        .containsExactly(0L, 1L, 2L);
  }
}
