package org.saccade.operators.gaze;

import java.util.ArrayList;
import java.util.List;
import org.saccade.schemas.ChannelType;
import org.saccade.schemas.SampleEncoding;
import org.saccade.schemas.batch.SampleBatch;
import org.saccade.schemas.codec.SamplePayload;
import org.saccade.schemas.packet.Origin;
import org.saccade.schemas.packet.RawEventPacket;
import org.saccade.schemas.packet.RawSamplePacket;
import org.saccade.schemas.packet.SampleChannel;
import org.saccade.schemas.packet.SampleRate;

/** Packets of gaze for tests. */
final class GazePackets {
  private GazePackets() {}

  static List<SampleChannel> channels(String unit) {
    return List.of(
        SampleChannel.of("x_left", ChannelType.GAZE_X, unit),
        SampleChannel.of("y_left", ChannelType.GAZE_Y, unit),
        SampleChannel.of("x_right", ChannelType.GAZE_X, unit),
        SampleChannel.of("y_right", ChannelType.GAZE_Y, unit));
  }

  private static List<SampleChannel> withStimulus(String unit) {
    List<SampleChannel> all = new ArrayList<>(channels(unit));
    all.add(SampleChannel.of("trial", ChannelType.STIM, ""));
    return all;
  }

  /** A session cut into packets of so many samples; the last one ends it. */
  static List<RawSamplePacket> of(String stream, String session, double[][] at, int size) {
    List<RawSamplePacket> packets = new ArrayList<>();
    int n = at[0].length;
    for (int from = 0; from < n; from += size) {
      int to = Math.min(n, from + size);
      packets.add(
          packet(
              stream, session, packets.size(), at, from, to, SampleRate.of(500), "deg", to == n));
    }
    return packets;
  }

  static RawSamplePacket packet(
      String stream,
      String session,
      long sequence,
      double[][] at,
      int from,
      int to,
      SampleRate rate,
      String unit,
      boolean last) {
    SampleBatch batch = new SampleBatch();
    batch.shape(at.length, to - from);
    for (int c = 0; c < at.length; c++) {
      System.arraycopy(at[c], from, batch.channel(c), 0, to - from);
    }
    byte[] payload = new byte[SamplePayload.bytes(SampleEncoding.FLOAT64, at.length, to - from)];
    SamplePayload.encode(batch, 0, to - from, SampleEncoding.FLOAT64, payload, 0);
    return new RawSamplePacket(
        stream,
        session,
        sequence,
        RawEventPacket.NO_EPOCH,
        from,
        rate,
        1_000_000 + rate.micros(from),
        at.length == 4 ? channels(unit) : withStimulus(unit),
        SampleEncoding.FLOAT64,
        to - from,
        last,
        payload,
        0,
        new Origin("neuro.samples", 0, sequence, 0));
  }
}
