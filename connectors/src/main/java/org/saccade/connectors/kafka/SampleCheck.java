package org.saccade.connectors.kafka;

import java.util.function.BiConsumer;
import org.saccade.schemas.batch.SampleBatch;
import org.saccade.schemas.codec.MalformedPayloadException;
import org.saccade.schemas.codec.SamplePayload;
import org.saccade.schemas.packet.RawSamplePacket;

/** Follows the samples of one stream: their numbers, channels and rate. */
final class SampleCheck {
  private RawSamplePacket before;

  /**
   * @param batch where the payload is decoded
   */
  void check(RawSamplePacket packet, SampleBatch batch, BiConsumer<TopicProblem, String> found)
      throws MalformedPayloadException {
    SamplePayload.decode(
        packet.record(),
        packet.payloadOffset(),
        packet.payloadLength(),
        packet.encoding(),
        packet.channels().size(),
        packet.count(),
        batch);
    if (before != null && before.session().equals(packet.session())) {
      follow(packet, found);
    }
    before = packet;
  }

  private void follow(RawSamplePacket packet, BiConsumer<TopicProblem, String> found) {
    long next = before.firstSample() + before.count();
    if (packet.sequence() > before.sequence() && packet.firstSample() < next) {
      found.accept(
          TopicProblem.SAMPLES_REPEATED,
          String.format(
              "packet %d begins with sample %d, expected %d or later",
              packet.sequence(), packet.firstSample(), next));
    }
    if (!packet.channels().equals(before.channels()) || !packet.rate().equals(before.rate())) {
      found.accept(
          TopicProblem.OTHER_CHANNELS,
          String.format(
              "packet %d: %d channels at %s, before %d at %s",
              packet.sequence(),
              packet.channels().size(),
              packet.rate(),
              before.channels().size(),
              before.rate()));
    }
  }
}
