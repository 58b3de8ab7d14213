package org.saccade.operators.neural;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.saccade.schemas.ChannelType;
import org.saccade.schemas.SampleEncoding;
import org.saccade.schemas.batch.SampleBatch;
import org.saccade.schemas.codec.SamplePayload;
import org.saccade.schemas.packet.Origin;
import org.saccade.schemas.packet.RawEventPacket;
import org.saccade.schemas.packet.RawSamplePacket;
import org.saccade.schemas.packet.SampleChannel;
import org.saccade.schemas.packet.SampleRate;

/** A recording of some channels for tests, and its packets. */
final class NeuralPackets {
  static final SampleRate RATE = SampleRate.of(250);

  final double[][] values;
  private List<SampleChannel> channels;
  private String stream = "ada";
  private String session = "one";
  private SampleRate rate = RATE;

  /** {@code values[channel][sample]}; EEG in microvolts called E1, E2, … */
  NeuralPackets(double[][] values) {
    this.values = values;
    List<SampleChannel> named = new ArrayList<>();
    for (int c = 0; c < values.length; c++) {
      named.add(SampleChannel.of("E" + (c + 1), ChannelType.EEG, "uV"));
    }
    channels = named;
  }

  /** Noise of 10 µV, and at some seconds an alpha rhythm of 20 µV. */
  static NeuralPackets noise(long seed, int channels, int samples) {
    SplittableRandom random = new SplittableRandom(seed);
    double[][] values = new double[channels][samples];
    for (double[] channel : values) {
      for (int i = 0; i < samples; i++) {
        double alpha = i / 1000 % 2 == 0 ? 20 * Math.sin(2 * Math.PI * 10 * i / 250.0) : 0;
        channel[i] = 300 + 10 * random.nextGaussian() + alpha;
      }
    }
    return new NeuralPackets(values);
  }

  NeuralPackets channels(List<SampleChannel> all) {
    channels = all;
    return this;
  }

  NeuralPackets of(String ofStream, String inSession) {
    stream = ofStream;
    session = inSession;
    return this;
  }

  NeuralPackets at(SampleRate other) {
    rate = other;
    return this;
  }

  int samples() {
    return values[0].length;
  }

  /** The whole session in packets of so many samples; the last ends it. */
  List<RawSamplePacket> cut(int size) {
    List<RawSamplePacket> packets = new ArrayList<>();
    for (int from = 0; from < samples(); from += size) {
      int to = Math.min(samples(), from + size);
      packets.add(packet(packets.size(), from, to, to == samples()));
    }
    return packets;
  }

  /** Samples {@code from} to before {@code to}, numbered and timed by their place. */
  RawSamplePacket packet(long sequence, int from, int to, boolean last) {
    return packet(sequence, from, to, 5_000_000 + rate.micros(from), last);
  }

  /** The same at another sensor time. */
  RawSamplePacket packet(long sequence, int from, int to, long micros, boolean last) {
    SampleBatch batch = new SampleBatch();
    batch.shape(values.length, to - from);
    for (int c = 0; c < values.length; c++) {
      System.arraycopy(values[c], from, batch.channel(c), 0, to - from);
    }
    byte[] payload =
        new byte[SamplePayload.bytes(SampleEncoding.FLOAT64, values.length, to - from)];
    SamplePayload.encode(batch, 0, to - from, SampleEncoding.FLOAT64, payload, 0);
    return new RawSamplePacket(
        stream,
        session,
        sequence,
        RawEventPacket.NO_EPOCH,
        from,
        rate,
        micros,
        channels,
        SampleEncoding.FLOAT64,
        to - from,
        last,
        payload,
        0,
        new Origin("neuro.samples", 0, sequence, 0));
  }
}
