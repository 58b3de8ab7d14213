package org.saccade.operators.sequence;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;

/**
 * How a waiting packet is kept.
 *
 * @param <P> a packet
 */
public interface PacketForm<P> {
  void write(P packet, DataOutput out) throws IOException;

  P read(DataInput in) throws IOException;

  /** Memory that the packet takes, bytes. */
  long bytes(P packet);
}
