package org.saccade.connectors.kafka;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.saccade.schemas.Channel;
import org.saccade.schemas.ChannelType;
import org.saccade.schemas.SampleEncoding;
import org.saccade.schemas.SamplePacket;
import org.saccade.schemas.wire.RecordCodec;
import org.saccade.schemas.wire.RejectedRecordException;

class SampleTopicCheckTest {
  private final TopicCheck check = new TopicCheck("neuro.samples", SamplePacket.class);
  private final AnyRecords records = new AnyRecords();
  private long offset;

  /** Packet n of a session: samples 4 n to 4 n + 3 of one channel at 500 Hz. */
  private void add(long n, Consumer<SamplePacket> change) throws RejectedRecordException {
    SamplePacket packet =
        SamplePacket.newBuilder()
            .setStream("eyes")
            .setSession("a")
            .setSequence(n)
            .setEpochMicros(null)
            .setFirstSample(4 * n)
            .setRateNumerator(500)
            .setRateDenominator(1)
            .setTimeBase(8000 * n)
            .setChannels(List.of(new Channel("x", ChannelType.GAZE_X, "deg", 1.0, 0.0)))
            .setEncoding(SampleEncoding.INT16)
            .setCount(4)
            .setLast(false)
            .setPayload(ByteBuffer.allocate(8))
            .build();
    change.accept(packet);
    byte[] value = new RecordCodec<>(SamplePacket.class).encode(packet);
    byte[] key = "eyes".getBytes(StandardCharsets.UTF_8);
    check.add(
        new TopicRecord(
            new KafkaRecord("neuro.samples", 0, offset++, 0, key, value),
            records.decode(value),
            null));
  }

  private void assertOnly(TopicProblem problem, String message) {
    assertThat(check.report().problems()).isEqualTo(Map.of(problem, 1L));
    assertThat(check.report().offenders())
        .containsExactly(new TopicReport.Offender(problem, 0, offset - 1, message));
  }

  @Test
  void findsNothingWrongWithSamplesThatFollowOrAreMissing() throws Exception {
    add(0, p -> {});
    add(1, p -> {});
    add(2, p -> p.setFirstSample(20));
    add(
        0,
        p -> {
          p.setSession("b");
          p.setRateNumerator(1000);
        });

    assertThat(check.report().clean()).isTrue();
    assertThat(check.report().sessions()).isEqualTo(2);
    assertThat(check.report().items()).isEqualTo(16);
  }

  @Test
  void findsSamplesThatComeTwice() throws Exception {
    add(0, p -> {});
    add(1, p -> p.setFirstSample(3));

    assertOnly(TopicProblem.SAMPLES_REPEATED, "packet 1 begins with sample 3, expected 4 or later");
  }

  @Test
  void findsAnotherRateInASession() throws Exception {
    add(0, p -> {});
    add(1, p -> p.setRateNumerator(250));

    assertOnly(TopicProblem.OTHER_CHANNELS, "packet 1: 1 channels at 250 Hz, before 1 at 500 Hz");
  }

  @Test
  void findsAPayloadOfAnotherLengthThanItsHeaderSays() throws Exception {
    add(0, p -> p.setCount(5));

    assertThat(check.report().problems()).isEqualTo(Map.of(TopicProblem.MALFORMED_PAYLOAD, 1L));
  }

  @Test
  void findsAGapInTheSequenceOfPackets() throws Exception {
    add(0, p -> {});
    add(2, p -> {});

    assertOnly(TopicProblem.SEQUENCE_GAP, "stream eyes session a: packet 2 found, expected 1");
  }
}
