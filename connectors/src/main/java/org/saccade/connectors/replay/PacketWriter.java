package org.saccade.connectors.replay;

import java.nio.ByteBuffer;
import org.saccade.schemas.EventEncoding;
import org.saccade.schemas.EventPacket;
import org.saccade.schemas.batch.EventBatch;
import org.saccade.schemas.wire.EventPackets;

/** Writes the packets of one session as record values. Not thread-safe. */
public final class PacketWriter {
  private static final EventBatch NOTHING = new EventBatch(1);

  private final EventPackets packets = new EventPackets();
  private final EventPacket header = new EventPacket();

  /**
   * @param stream the sensor, 1 to 200 characters
   * @param session the run of its clock, 1 to 200 characters
   * @param width columns of the sensor, at least 1
   * @param height rows of the sensor, at least 1
   */
  public PacketWriter(String stream, String session, int width, int height) {
    name("stream", stream);
    name("session", session);
    if (width < 1
        || height < 1
        || width > 1 << 15
        || height > 1 << 15
        || (long) width * height > EventPackets.MAX_PIXELS) {
      throw new IllegalArgumentException(
          "geometry "
              + width
              + "x"
              + height
              + " must be between 1x1 and 32768x32768 with at most "
              + EventPackets.MAX_PIXELS
              + " pixels; where the recording does not say it, give it (--width, --height)");
    }
    header.setStream(stream);
    header.setSession(session);
    header.setWidth(width);
    header.setHeight(height);
    header.setEncoding(EventEncoding.COLUMNAR);
    header.setDecoderState(ByteBuffer.allocate(0));
  }

  private static void name(String what, String name) {
    if (name == null || name.isEmpty() || name.length() > EventPackets.MAX_NAME) {
      throw new IllegalArgumentException(
          what + " \"" + name + "\" must have 1 to " + EventPackets.MAX_NAME + " characters");
    }
  }

  /** Unix time of sensor time 0, microseconds; null where unknown. */
  public void epochMicros(Long epoch) {
    header.setEpochMicros(epoch);
  }

  /** The value of the record that holds the packetizer's present packet. */
  public byte[] write(Packetizer packet) {
    time(packet.timeBase());
    time(packet.timeEnd());
    header.setSequence(packet.sequence());
    header.setTimeBase(packet.timeBase());
    header.setTimeEnd(packet.timeEnd());
    header.setLast(packet.last());
    return packets.writeColumnar(header, packet.events(), packet.from(), packet.to());
  }

  /**
   * The value of the record that holds a packet in the sensor's own words.
   *
   * @param encoding what the words are
   * @param state of a decoder before the first of them
   * @param words where they are, from {@code from} (inclusive) to {@code to} (exclusive)
   */
  byte[] write(
      PacketSource packet, EventEncoding encoding, byte[] state, byte[] words, int from, int to) {
    time(packet.timeBase());
    time(packet.timeEnd());
    header.setSequence(packet.sequence());
    header.setTimeBase(packet.timeBase());
    header.setTimeEnd(packet.timeEnd());
    header.setLast(packet.last());
    header.setEncoding(encoding);
    header.setDecoderState(ByteBuffer.wrap(state));
    header.setCount(packet.count());
    header.setPayload(ByteBuffer.wrap(words, from, to - from));
    return packets.write(header);
  }

  /**
   * An empty packet that ends the session, where it is broken off at sensor time {@code micros}.
   */
  public byte[] writeEnd(long sequence, long micros) {
    header.setSequence(sequence);
    header.setTimeBase(micros);
    header.setTimeEnd(micros);
    header.setLast(true);
    return packets.writeColumnar(header, NOTHING, 0, 0);
  }

  private static void time(long micros) {
    if (micros < -EventPackets.MAX_TIME || micros > EventPackets.MAX_TIME) {
      throw new IllegalArgumentException(
          "an event at "
              + micros
              + " µs lies beyond ±2^60 µs (36,000 years): is the recording's unit of time right?");
    }
  }
}
