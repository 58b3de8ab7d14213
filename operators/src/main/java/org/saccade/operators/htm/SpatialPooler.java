package org.saccade.operators.htm;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import org.saccade.operators.probability.SplitMix;

/**
 * Active inputs to active columns, with learning: the columns whose connected synapses meet most
 * active inputs win, and winners move towards the input they won with.
 *
 * <p>A column overlaps by counting the sets of columns connected to each active input ({@link
 * BitCounts}); a synapse is looked at only when its column wins. With global inhibition and without
 * boosting, which is what both published parameter sets have.
 *
 * <p>NuPIC follows how often each column overlaps from record to record; here it is taken in every
 * {@value #UPDATE_PERIOD} records at once, as often as NuPIC renews the bound it is compared with.
 */
final class SpatialPooler {
  static final int UPDATE_PERIOD = 50;
  static final int DUTY_CYCLE_PERIOD = 1000;

  /** Columns whose permanences are a page of state. */
  static final int BAND = 64;

  private static final int ONE = SpatialPoolerParameters.ONE;

  private final SpatialPoolerParameters parameters;
  private final PotentialPools pools;
  private final int inputs;
  private final int words;
  private final int connected;
  private final int trim;
  private final int inc;
  private final int dec;

  private final ColumnPermanences permanence;
  private final long[] connectedTo;
  private final float[] overlapDuty;
  private final BitCounts overlap;
  private final BitCounts overlapped;
  private final long[] positive;
  private final long[] winners;
  private final int[] rows;
  private final int[] strengthened;
  private final int[] lost;
  private final boolean[] changed;
  private long records;

  SpatialPooler(SpatialPoolerParameters parameters, PotentialPools pools, int inputs, int active) {
    this.parameters = parameters;
    this.pools = pools;
    this.inputs = inputs;
    int columns = parameters.columns();
    words = columns + 63 >> 6;
    connected = steps(parameters.connected());
    inc = steps(parameters.permanenceInc());
    dec = steps(parameters.permanenceDec());
    trim = inc / 2;
    permanence = new ColumnPermanences(columns, inputs);
    connectedTo = new long[(inputs + 1) * words];
    overlapDuty = new float[columns];
    overlap = new BitCounts(columns, active);
    overlapped = new BitCounts(columns, UPDATE_PERIOD);
    positive = new long[words];
    winners = new long[words];
    rows = new int[BitCounts.padded(active)];
    strengthened = new int[active];
    lost = new int[inputs];
    changed = new boolean[(columns + BAND - 1) / BAND];
    initialize();
  }

  private static int steps(double permanence) {
    return (int) Math.max(1, StrictMath.rint(permanence * ONE));
  }

  /** Half of the synapses begin connected, each evenly over its half of the permanences. */
  private void initialize() {
    SplitMix random = new SplitMix(~parameters.seed());
    for (int column = 0; column < parameters.columns(); column++) {
      for (int i = column * pools.size(); i < (column + 1) * pools.size(); i++) {
        boolean on = random.nextInt(2) == 0;
        int p = on ? connected + random.nextInt(ONE - connected + 1) : random.nextInt(connected);
        put(column, pools.inputs()[i], p < trim ? 0 : p);
      }
    }
  }

  private void put(int column, int input, int steps) {
    permanence.set(column, input, steps);
    long bit = 1L << column;
    int word = input * words + (column >> 6);
    connectedTo[word] = steps >= connected ? connectedTo[word] | bit : connectedTo[word] & ~bit;
  }

  /**
   * One record.
   *
   * @param active the active inputs, the first {@code n} entries
   * @param columns takes the winners, ascending; as many as the parameters say
   */
  void step(int[] active, int n, boolean learn, int[] columns) {
    for (int i = 0; i < rows.length; i++) {
      rows[i] = (i < n ? active[i] : inputs) * words; // the last row has no column
    }
    overlap.clear();
    overlap.addAll(connectedTo, rows, BitCounts.padded(n));
    overlap.largest(parameters.activeColumns(), winners);
    int k = 0;
    for (int w = 0; w < words; w++) {
      for (long rest = winners[w]; rest != 0; rest &= rest - 1) {
        columns[k++] = (w << 6) + Long.numberOfTrailingZeros(rest);
      }
    }
    if (learn) {
      learn(active, n, columns, k);
      count();
    }
  }

  private void learn(int[] active, int n, int[] columns, int k) {
    for (int i = 0; i < k; i++) {
      adapt(columns[i], active, n);
      changed[columns[i] / BAND] = true;
    }
  }

  /** All of a winner's synapses weaken but for the few on active inputs, which are put right. */
  private void adapt(int column, int[] active, int n) {
    for (int i = 0; i < n; i++) {
      int after = Math.min(ONE, permanence.get(column, active[i]) + inc);
      strengthened[i] = after < trim ? 0 : after;
    }
    int gone = permanence.weaken(column, dec, trim, connected, lost);
    for (int i = 0; i < gone; i++) {
      connectedTo[lost[i] * words + (column >> 6)] &= ~(1L << column);
    }
    for (int i = 0; i < n; i++) {
      if (pools.has(column, active[i])) {
        put(column, active[i], strengthened[i]);
      }
    }
  }

  private void count() {
    records++;
    if (parameters.minPctOverlapDutyCycle() > 0) {
      overlap.positive(positive);
      overlapped.add(positive, 0);
      if (records % UPDATE_PERIOD == 0) {
        raiseWeakColumns();
      }
    }
  }

  private void raiseWeakColumns() {
    float kept =
        1 - (float) UPDATE_PERIOD / Math.max(UPDATE_PERIOD, Math.min(records, DUTY_CYCLE_PERIOD));
    float most = 0;
    for (int c = 0; c < overlapDuty.length; c++) {
      float now = overlapped.count(c) / (float) UPDATE_PERIOD;
      overlapDuty[c] = overlapDuty[c] * kept + now * (1 - kept);
      most = Math.max(most, overlapDuty[c]);
    }
    overlapped.clear();
    float least = (float) (most * parameters.minPctOverlapDutyCycle());
    for (int c = 0; c < overlapDuty.length; c++) {
      if (overlapDuty[c] < least) {
        raise(c);
      }
    }
  }

  /** By a tenth of the connected permanence. */
  private void raise(int column) {
    for (int i = column * pools.size(); i < (column + 1) * pools.size(); i++) {
      int input = pools.inputs()[i];
      put(column, input, Math.min(ONE, permanence.get(column, input) + connected / 10));
    }
    changed[column / BAND] = true;
  }

  int bands() {
    return changed.length;
  }

  /** Whether a band changed since it was last asked. */
  boolean takeChanged(int band) {
    boolean was = changed[band];
    changed[band] = false;
    return was;
  }

  void writeBand(int band, DataOutput out) throws IOException {
    int toColumn = Math.min(parameters.columns(), (band + 1) * BAND);
    byte[] bytes = new byte[2 * (toColumn - band * BAND) * pools.size()];
    int at = 0;
    for (int column = band * BAND; column < toColumn; column++) {
      for (int i = column * pools.size(); i < (column + 1) * pools.size(); i++) {
        int steps = permanence.get(column, pools.inputs()[i]);
        bytes[at++] = (byte) (steps >> 8);
        bytes[at++] = (byte) steps;
      }
    }
    out.write(bytes);
  }

  void readBand(int band, DataInput in) throws IOException {
    int toColumn = Math.min(parameters.columns(), (band + 1) * BAND);
    byte[] bytes = new byte[2 * (toColumn - band * BAND) * pools.size()];
    in.readFully(bytes);
    int at = 0;
    for (int column = band * BAND; column < toColumn; column++) {
      for (int i = column * pools.size(); i < (column + 1) * pools.size(); i++) {
        put(column, pools.inputs()[i], bytes[at++] << 8 | (bytes[at++] & 0xFF));
      }
    }
  }

  /** What is not permanences: small. */
  void writeCounts(DataOutput out) throws IOException {
    out.writeLong(records);
    for (int c = 0; c < overlapDuty.length; c++) {
      out.writeFloat(overlapDuty[c]);
      out.writeByte(overlapped.count(c));
    }
  }

  void readCounts(DataInput in) throws IOException {
    records = in.readLong();
    overlapped.clear();
    for (int c = 0; c < overlapDuty.length; c++) {
      overlapDuty[c] = in.readFloat();
      overlapped.set(c, in.readUnsignedByte());
    }
  }

  /** Memory held by this pooler alone, bytes. */
  long bytes() {
    return permanence.bytes()
        + 8L * connectedTo.length
        + 40L * parameters.columns() / 8
        + 4L * (rows.length + strengthened.length + lost.length);
  }
}
