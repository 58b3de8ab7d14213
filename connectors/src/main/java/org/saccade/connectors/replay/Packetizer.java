package org.saccade.connectors.replay;

import java.io.IOException;
import org.saccade.schemas.batch.EventBatch;
import org.saccade.schemas.batch.TriggerBatch;

/**
 * Cuts a run of events into packets.
 *
 * <pre>
 *   while (packetizer.next()) {
 *     … packetizer.events(), from() to to(), last() …
 *   }
 * </pre>
 *
 * <p>A packet is known to be the last one because the source is asked for the event behind it; a
 * source without events gives one empty packet, which is the last. Holds one packet and one batch
 * of the source.
 */
public final class Packetizer implements PacketSource {
  private static final int READ_EVENTS = 4096;

  /** Edges that may be met for one packet: a packet ends early rather than let more wait for it. */
  private static final int MAX_EDGES = 1 << 14;

  private final EventSource source;
  private final PacketLimits limits;
  private final EventBatch pending;
  private final EventBatch read = new EventBatch(READ_EVENTS);
  private final TriggerBatch edges = new TriggerBatch(64);
  private long sequence;
  private int from;
  private int to;
  private boolean exhausted;
  private boolean last;
  private boolean packet;

  public Packetizer(EventSource source, PacketLimits limits) {
    this(source, limits, 0);
  }

  /**
   * @param nextSequence number of the first packet: not 0 where cutting goes on after a restore
   */
  public Packetizer(EventSource source, PacketLimits limits, long nextSequence) {
    this.source = source;
    this.limits = limits;
    pending = new EventBatch(READ_EVENTS + Math.min(limits.maxEvents(), READ_EVENTS));
    sequence = nextSequence - 1;
  }

  @Override
  public boolean next() throws IOException {
    if (last) {
      return false;
    }
    edges.clear();
    from = to;
    int cut = from;
    while (true) {
      cut = cut(cut);
      if (cut < pending.size()) {
        break;
      }
      if (exhausted) {
        last = true;
        break;
      }
      if (edges.size() >= MAX_EDGES) {
        break;
      }
      cut -= from;
      pending.removeFirst(from);
      from = 0;
      if (source.read(read)) {
        pending.append(read, 0, read.size());
        Edges.append(source.triggers(), edges);
      } else {
        exhausted = true;
      }
    }
    to = cut;
    packet = last || to > from;
    sequence += packet ? 1 : 0;
    return true;
  }

  /** First event from {@code start} on that does not belong to the packet; the size if all do. */
  private int cut(int start) {
    int n = pending.size();
    if (n == from) {
      return n;
    }
    long[] t = pending.t();
    long base = t[from];
    long max = limits.maxMicros();
    int full = (int) Math.min(n, (long) from + limits.maxEvents());
    for (int i = start; i < full; i++) {
      long away = t[i] - base;
      if (away >= max || -away >= max) {
        return i;
      }
    }
    return full;
  }

  @Override
  public boolean isPacket() {
    return packet;
  }

  @Override
  public TriggerBatch edges() {
    return edges;
  }

  @Override
  public byte[] write(PacketWriter writer) {
    return writer.write(this);
  }

  /** What the packet's events are part of: events {@link #from} to {@link #to}. */
  public EventBatch events() {
    return pending;
  }

  /** First event of the packet. */
  public int from() {
    return from;
  }

  /** Behind the last event of the packet. */
  public int to() {
    return to;
  }

  @Override
  public int count() {
    return to - from;
  }

  /** Sensor time of the packet's first event, microseconds; 0 in an empty packet. */
  @Override
  public long timeBase() {
    return count() == 0 ? 0 : pending.t(from);
  }

  /** Sensor time of the packet's last event, microseconds; 0 in an empty packet. */
  @Override
  public long timeEnd() {
    return count() == 0 ? 0 : pending.t(to - 1);
  }

  @Override
  public long sequence() {
    return sequence;
  }

  @Override
  public boolean last() {
    return last;
  }
}
