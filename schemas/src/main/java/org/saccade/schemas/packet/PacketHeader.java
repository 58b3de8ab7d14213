package org.saccade.schemas.packet;

/** What ordering, gaps and late packets are decided by, whatever the packet holds. */
public interface PacketHeader {
  /** The sensor. */
  String stream();

  /** One uninterrupted run of the sensor's clock. */
  String session();

  /** Number in the session, from 0, one a packet. */
  long sequence();

  /** Sensor time of the first item, microseconds. */
  long timeBase();

  /** Sensor time of the last item, microseconds. */
  long timeEnd();

  /** Whether the session ends with this packet. */
  boolean last();

  /** Events, samples a channel, or spikes. */
  int count();
}
