package org.saccade.connectors.replay;

import org.saccade.schemas.wire.EventPackets;

/**
 * When a packet is full.
 *
 * @param maxEvents most events in a packet
 * @param maxMicros bound on the sensor time between the first event of a packet and any other,
 *     microseconds, exclusive; {@link Long#MAX_VALUE}: no bound
 */
public record PacketLimits(int maxEvents, long maxMicros) {
  /**
   * 4096 events or 1 ms. An event waits for its packet at most 1 ms of sensor time, which is the
   * floor under the latency of all that follows; above 4 million events a second the count cuts
   * first. A quiet sensor pays with small packets: at 100,000 events a second a packet holds 100
   * events, 600 bytes with an envelope of about 70; who does not mind the wait says 10 ms.
   */
  public static final PacketLimits DEFAULT = new PacketLimits(4096, 1000);

  public PacketLimits {
    if (maxEvents < 1 || maxEvents > EventPackets.MAX_EVENTS) {
      throw new IllegalArgumentException(
          "maxEvents=" + maxEvents + " must be between 1 and " + EventPackets.MAX_EVENTS);
    }
    if (maxMicros < 1) {
      throw new IllegalArgumentException("maxMicros=" + maxMicros + " must be at least 1");
    }
  }
}
