package org.saccade.operators.stream;

import java.time.Duration;
import org.saccade.schemas.packet.RawPacket;

/**
 * Packets, keyed by stream: a {@link PacketStream} a key. Which content it has, the operator of its
 * kind says.
 *
 * @param <P> a packet
 * @param <R> records out
 */
public abstract class KeyedPacketOperator<P extends RawPacket, R> extends PacketOperator<P, P, R> {
  private static final long serialVersionUID = 1L;

  /**
   * @param uid the operator's uid in the job; part of the ids of its outputs
   * @param digest of what the outputs depend on; part of their ids too
   * @param cacheBytes memory for the working copies of all keys of one subtask
   * @param expiry machine time after which a key that sent nothing is closed and forgotten
   * @param idle machine time of silence after which it is told; zero: never
   */
  protected KeyedPacketOperator(
      String uid, String digest, long cacheBytes, Duration expiry, Duration idle) {
    super(uid, digest, cacheBytes, expiry, idle);
  }

  @Override
  protected void process(PacketStream<P> stream, P packet) {
    ports().offer(stream, packet);
  }
}
