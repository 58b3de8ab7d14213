package org.saccade.connectors.replay;

import java.io.IOException;
import org.saccade.schemas.batch.TriggerBatch;

/** The packets of one run of a sensor, one after the other. */
public interface PacketSource {

  /**
   * Moves on to the next packet.
   *
   * @return false when the last one was behind us
   */
  boolean next() throws IOException;

  /** Whether there is a packet at all; false: edges alone were met, a great many of them. */
  default boolean isPacket() {
    return true;
  }

  /** Number of the packet, from 0. */
  long sequence();

  /** Events in the packet. */
  int count();

  /** Sensor time of the first event, microseconds; in an empty packet of no meaning. */
  long timeBase();

  /** Sensor time of the last event, microseconds; in an empty packet of no meaning. */
  long timeEnd();

  /** Whether no packet follows. */
  boolean last();

  /** Trigger edges met by {@link #next}: those of the packet, and some of what follows it. */
  TriggerBatch edges();

  /** The value of the packet's record. */
  byte[] write(PacketWriter writer);
}
