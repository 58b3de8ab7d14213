package org.saccade.operators.stream;

import org.saccade.schemas.packet.RawPacket;
import org.saccade.schemas.packet.StreamMarker;

/**
 * A content that looks at markers too.
 *
 * <p>Markers come in the order of their numbers, each when the packets have passed its time, or
 * later: a source of markers may lag. What a marker gives must not depend on how much later it
 * comes while its packets are still remembered; so what it gives is numbered by the marker, not in
 * the order of the stream's other records.
 *
 * @param <P> a packet
 */
public interface MarkedContent<P extends RawPacket> extends PacketContent<P> {
  /** Sensor time up to which the open session has been seen: no packet in order begins before. */
  long passed();

  /**
   * Takes a marker, of the open session or of one that has ended.
   *
   * @return false: what it marks is not remembered any more
   */
  boolean marker(StreamMarker marker);
}
