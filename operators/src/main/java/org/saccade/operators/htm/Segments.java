package org.saccade.operators.htm;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.Arrays;

/**
 * The distal segments of a temporal memory, in flat arrays. A segment is a number. The number of a
 * segment that ended is the next one given, the lowest first, so that a restored memory gives the
 * same numbers as one that was not.
 */
final class Segments {
  /** Segments that are a page of state. */
  static final int BAND = 128;

  final int capacity;
  final Synapses synapses;
  char[] cell = new char[0];
  short[] sizes = new short[0];
  long[] lastUsed = new long[0];

  private final int most;
  private final byte[] perCell;
  private final OldestSegments oldest = new OldestSegments();
  private long[] alive = new long[0];
  private final boolean[] changed;
  private int live;
  private int end;

  Segments(TemporalMemoryParameters parameters, int cells) {
    capacity = parameters.maxSynapsesPerSegment();
    int connected = (int) StrictMath.rint(parameters.connected() * TemporalMemoryParameters.ONE);
    synapses = new Synapses(capacity, connected, cells);
    most = parameters.maxSegments();
    perCell = new byte[cells];
    changed = new boolean[(most + BAND - 1) / BAND];
    allocate(Math.min(most, 2 * BAND));
  }

  private void allocate(int n) {
    cell = Arrays.copyOf(cell, n);
    sizes = Arrays.copyOf(sizes, n);
    lastUsed = Arrays.copyOf(lastUsed, n);
    alive = Arrays.copyOf(alive, n + 63 >> 6);
    synapses.fit(n);
  }

  /** The first synapse of a segment. */
  int first(int segment) {
    return segment * synapses.stride;
  }

  /** Segments alive. */
  int live() {
    return live;
  }

  /** One more than the highest number ever given. */
  int end() {
    return end;
  }

  boolean full() {
    return live == most;
  }

  boolean alive(int segment) {
    return (alive[segment >> 6] >>> segment & 1) != 0;
  }

  int onCell(int cell) {
    return perCell[cell] & 0xFF;
  }

  int create(int onCell, long now) {
    int segment = lowestFree();
    if (segment == cell.length) {
      allocate((int) Math.min(most, 2L * segment));
    }
    alive[segment >> 6] |= 1L << segment;
    cell[segment] = (char) onCell;
    sizes[segment] = 0;
    lastUsed[segment] = now;
    perCell[onCell]++;
    live++;
    end = Math.max(end, segment + 1);
    touch(segment);
    return segment;
  }

  private int lowestFree() {
    if (live == end) {
      return end;
    }
    int w = 0;
    while (alive[w] == -1L) {
      w++;
    }
    return (w << 6) + Long.numberOfTrailingZeros(~alive[w]);
  }

  void destroy(int segment) {
    while (sizes[segment] > 0) {
      removeSynapse(segment, first(segment));
    }
    alive[segment >> 6] &= ~(1L << segment);
    perCell[cell[segment]]--;
    live--;
    touch(segment);
  }

  /** The segment that was used longest ago; the lowest among equals. */
  int leastRecentlyUsed() {
    return oldest.oldest(this);
  }

  /** The segment of a cell that was used longest ago; the lowest among equals. */
  int leastRecentlyUsed(int onCell) {
    int least = -1;
    for (int s = 0; s < end; s++) {
      if (cell[s] == onCell && alive(s) && (least < 0 || lastUsed[s] < lastUsed[least])) {
        least = s;
      }
    }
    return least;
  }

  void addSynapse(int segment, int onCell, int initial) {
    synapses.add(first(segment) + sizes[segment]++, onCell, initial);
  }

  void removeSynapse(int segment, int synapse) {
    synapses.remove(synapse, first(segment) + --sizes[segment]);
  }

  /** As {@link Synapses#adapt}; whether the segment has synapses left. */
  boolean adapt(int segment, long[] set, int ifIn, int ifNot) {
    touch(segment);
    sizes[segment] = (short) synapses.adapt(segment, sizes[segment], set, ifIn, ifNot);
    return sizes[segment] > 0;
  }

  /** The segment differs from its page in state. */
  void touch(int segment) {
    changed[segment / BAND] = true;
  }

  int bands() {
    return changed.length;
  }

  boolean takeChanged(int band) {
    boolean was = changed[band];
    changed[band] = false;
    return was;
  }

  void writeBand(int band, DataOutput out) throws IOException {
    for (int s = band * BAND; s < Math.min(end, (band + 1) * BAND); s++) {
      out.writeBoolean(alive(s));
      if (alive(s)) {
        out.writeChar(cell[s]);
        out.writeShort(sizes[s]);
        out.writeLong(lastUsed[s]);
        for (int i = first(s); i < first(s) + sizes[s]; i++) {
          out.writeChar(synapses.presynaptic[i]);
          out.writeShort(synapses.permanence(i));
        }
      }
    }
  }

  /** Of an object just made: {@code end} segments, of which this band. */
  void readBand(int band, DataInput in) throws IOException {
    for (int s = band * BAND; s < Math.min(end, (band + 1) * BAND); s++) {
      if (in.readBoolean()) {
        alive[s >> 6] |= 1L << s;
        live++;
        cell[s] = in.readChar();
        perCell[cell[s]]++;
        int n = in.readShort();
        lastUsed[s] = in.readLong();
        for (int i = 0; i < n; i++) {
          int onCell = in.readChar();
          addSynapse(s, onCell, in.readShort());
        }
      }
    }
  }

  void writeEnd(DataOutput out) throws IOException {
    out.writeInt(end);
  }

  /** Of a memory whose bound was higher, those beyond this one's are left behind. */
  void readEnd(DataInput in) throws IOException {
    int written = in.readInt();
    if (written < 0) {
      throw new IOException("segments=" + written + " must not be below 0");
    }
    end = Math.min(written, most);
    if (end > cell.length) {
      allocate(Math.min(most, Integer.highestOneBit(end) << 1));
    }
  }

  long bytes() {
    return synapses.bytes()
        + perCell.length
        + 12L * cell.length
        + 8L * alive.length
        + oldest.bytes();
  }
}
