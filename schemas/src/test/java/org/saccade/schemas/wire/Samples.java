package org.saccade.schemas.wire;

import java.nio.ByteBuffer;
import java.util.List;
import org.saccade.schemas.Channel;
import org.saccade.schemas.ChannelType;
import org.saccade.schemas.SampleEncoding;
import org.saccade.schemas.SamplePacket;

/** Packets of samples for tests. */
final class Samples {
  private Samples() {}

  static SamplePacket packet() {
    return SamplePacket.newBuilder()
        .setStream("eeg0")
        .setSession("s1")
        .setSequence(0)
        .setEpochMicros(null)
        .setFirstSample(0)
        .setRateNumerator(256)
        .setRateDenominator(1)
        .setTimeBase(0)
        .setChannels(List.of(new Channel("Fp1", ChannelType.EEG, "uV", 0.5, 0.0)))
        .setEncoding(SampleEncoding.INT16)
        .setCount(0)
        .setLast(false)
        .setPayload(ByteBuffer.allocate(0))
        .build();
  }
}
