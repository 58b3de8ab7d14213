package org.saccade.operators.htm;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.Arrays;

/**
 * The distal segments of a temporal memory and their synapses, in flat arrays.
 *
 * <p>A segment is a number; its synapses are the first {@code sizes[s]} of {@code capacity} slots
 * from {@code s · capacity}. The number of a segment that ended is the next one given, the lowest
 * first, so that a restored memory gives the same numbers as one that was not.
 */
final class Segments {
  /** Segments that are a page of state. */
  static final int BAND = 128;

  final int capacity;
  final int connected;
  final PresynapticIndex index;
  char[] cell;
  short[] sizes;
  long[] lastUsed;
  char[] presynaptic;
  short[] permanence;

  private final int most;
  private final byte[] perCell;
  private long[] alive;
  private final boolean[] changed;
  private int live;
  private int end;

  Segments(TemporalMemoryParameters parameters, int cells) {
    capacity = parameters.maxSynapsesPerSegment();
    connected = (int) StrictMath.rint(parameters.connected() * TemporalMemoryParameters.ONE);
    most = parameters.maxSegments();
    index = new PresynapticIndex(cells);
    perCell = new byte[cells];
    changed = new boolean[(most + BAND - 1) / BAND];
    allocate(Math.min(most, 2 * BAND));
  }

  private void allocate(int n) {
    cell = cell == null ? new char[n] : Arrays.copyOf(cell, n);
    sizes = sizes == null ? new short[n] : Arrays.copyOf(sizes, n);
    lastUsed = lastUsed == null ? new long[n] : Arrays.copyOf(lastUsed, n);
    presynaptic =
        presynaptic == null ? new char[n * capacity] : Arrays.copyOf(presynaptic, n * capacity);
    permanence =
        permanence == null ? new short[n * capacity] : Arrays.copyOf(permanence, n * capacity);
    alive = alive == null ? new long[n + 63 >> 6] : Arrays.copyOf(alive, n + 63 >> 6);
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
    for (int i = 0; i < sizes[segment]; i++) {
      index.remove(presynaptic[segment * capacity + i], segment);
    }
    alive[segment >> 6] &= ~(1L << segment);
    perCell[cell[segment]]--;
    sizes[segment] = 0;
    live--;
    touch(segment);
  }

  /** The segment, on any cell or on one, that was used longest ago; the lowest among equals. */
  int leastRecentlyUsed(int onCell) {
    int oldest = -1;
    for (int s = 0; s < end; s++) {
      if (alive(s)
          && (onCell < 0 || cell[s] == onCell)
          && (oldest < 0 || lastUsed[s] < lastUsed[oldest])) {
        oldest = s;
      }
    }
    return oldest;
  }

  void addSynapse(int segment, int onCell, int initial) {
    int slot = segment * capacity + sizes[segment]++;
    presynaptic[slot] = (char) onCell;
    permanence[slot] = (short) initial;
    index.add(onCell, segment, initial >= connected);
  }

  /** The last synapse takes the place of the one that is removed. */
  void removeSynapse(int segment, int slot) {
    index.remove(presynaptic[slot], segment);
    int last = segment * capacity + --sizes[segment];
    presynaptic[slot] = presynaptic[last];
    permanence[slot] = permanence[last];
  }

  void setPermanence(int segment, int slot, int value) {
    boolean was = permanence[slot] >= connected;
    permanence[slot] = (short) value;
    if (was != value >= connected) {
      index.connected(presynaptic[slot], segment, !was);
    }
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
        for (int i = s * capacity; i < s * capacity + sizes[s]; i++) {
          out.writeChar(presynaptic[i]);
          out.writeShort(permanence[i]);
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

  void readEnd(DataInput in) throws IOException {
    end = in.readInt();
    if (end < 0 || end > most) {
      throw new IOException("segments=" + end + " must be between 0 and " + most);
    }
    if (end > cell.length) {
      allocate(Math.min(most, Integer.highestOneBit(end) << 1));
    }
  }

  long bytes() {
    return index.bytes()
        + perCell.length
        + 12L * cell.length
        + 4L * presynaptic.length
        + alive.length * 8L;
  }
}
