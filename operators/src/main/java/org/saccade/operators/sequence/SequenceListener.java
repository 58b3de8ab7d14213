package org.saccade.operators.sequence;

import org.saccade.schemas.packet.PacketHeader;

/**
 * Takes the packets of a stream in order, and what happened to the order.
 *
 * @param <P> a packet
 */
public interface SequenceListener<P extends PacketHeader> {
  /** A session begins; {@code packet} is the first that will be accepted. */
  void open(String session, P packet);

  /**
   * The next packet of the open session.
   *
   * @param afterGap whether packets before it are missing
   */
  void accept(P packet, boolean afterGap);

  /** Time fell back inside of the open session: models start anew with {@code packet}. */
  void clockReset(P packet);

  /**
   * The open session ends.
   *
   * @param byLast whether by a packet that said so; else by another session or by the input's end
   */
  void close(String session, boolean byLast, SessionCounts counts);

  /** Something to tell; of a session that is open, not yet open or already closed. */
  void health(SequenceEvent event);
}
