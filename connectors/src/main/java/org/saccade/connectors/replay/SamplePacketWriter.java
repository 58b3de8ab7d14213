package org.saccade.connectors.replay;

import java.nio.ByteBuffer;
import org.saccade.connectors.recording.SampleHeader;
import org.saccade.schemas.SamplePacket;
import org.saccade.schemas.batch.SampleBatch;
import org.saccade.schemas.wire.EventPackets;
import org.saccade.schemas.wire.SamplePackets;

/** Writes the packets of one session of samples as record values. Not thread-safe. */
public final class SamplePacketWriter {
  private final SamplePackets packets = new SamplePackets();
  private final SamplePacket packet = new SamplePacket();
  private final SampleHeader header;
  private long sequence;

  /**
   * @param stream the sensor, 1 to 200 characters
   * @param session the run of its clock, 1 to 200 characters
   */
  public SamplePacketWriter(String stream, String session, SampleHeader header) {
    name("stream", stream);
    name("session", session);
    this.header = header;
    packet.setStream(stream);
    packet.setSession(session);
    packet.setRateNumerator(header.rate().numerator());
    packet.setRateDenominator(header.rate().denominator());
    packet.setChannels(SamplePackets.channels(header.channels()));
    packet.setEncoding(header.encoding());
    packet.setEpochMicros(header.epochMicros());
  }

  private static void name(String what, String name) {
    if (name.isEmpty() || name.length() > EventPackets.MAX_NAME) {
      throw new IllegalArgumentException(
          what + " \"" + name + "\" must have 1 to " + EventPackets.MAX_NAME + " characters");
    }
  }

  /** Unix time of sensor time 0, microseconds; null where unknown. */
  public void epochMicros(Long epoch) {
    packet.setEpochMicros(epoch);
  }

  /**
   * The value of the next packet's record.
   *
   * @param firstSample number in the session of sample {@code from} of the batch
   * @param micros its sensor time
   */
  public byte[] write(SampleBatch batch, int from, int to, long firstSample, long micros) {
    packet.setSequence(sequence++);
    packet.setFirstSample(firstSample);
    packet.setTimeBase(micros);
    packet.setLast(false);
    return packets.write(packet, batch, from, to);
  }

  /** An empty packet that ends the session. */
  public byte[] writeEnd(long nextSample, long micros) {
    packet.setSequence(sequence++);
    packet.setFirstSample(nextSample);
    packet.setTimeBase(micros);
    packet.setLast(true);
    packet.setCount(0);
    SampleBatch nothing = new SampleBatch();
    nothing.shape(header.channels().size(), 0);
    packet.setPayload(ByteBuffer.allocate(0));
    return packets.write(packet, nothing, 0, 0);
  }
}
