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
  private final short[] change;
  private final short inc;
  private final short dec;

  private final short[] permanence;
  private final long[] connectedTo;
  private final float[] overlapDuty;
  private final BitCounts overlap;
  private final BitCounts overlapped;
  private final long[] positive;
  private final long[] winners;
  private final boolean[] changed;
  private long records;

  SpatialPooler(SpatialPoolerParameters parameters, PotentialPools pools, int inputs, int active) {
    this.parameters = parameters;
    this.pools = pools;
    this.inputs = inputs;
    int columns = parameters.columns();
    words = columns + 63 >> 6;
    connected = steps(parameters.connected());
    inc = (short) steps(parameters.permanenceInc());
    dec = (short) steps(parameters.permanenceDec());
    trim = inc / 2;
    change = new short[inputs];
    java.util.Arrays.fill(change, (short) -dec);
    permanence = new short[columns * pools.size()];
    connectedTo = new long[inputs * words];
    overlapDuty = new float[columns];
    overlap = new BitCounts(columns, active);
    overlapped = new BitCounts(columns, UPDATE_PERIOD);
    positive = new long[words];
    winners = new long[words];
    changed = new boolean[(columns + BAND - 1) / BAND];
    initialize();
  }

  private static int steps(double permanence) {
    return (int) Math.max(1, StrictMath.rint(permanence * ONE));
  }

  /** Half of the synapses begin connected, each evenly over its half of the permanences. */
  private void initialize() {
    SplitMix random = new SplitMix(~parameters.seed());
    for (int i = 0; i < permanence.length; i++) {
      boolean on = random.nextInt(2) == 0;
      int p = on ? connected + random.nextInt(ONE - connected + 1) : random.nextInt(connected);
      permanence[i] = (short) (p < trim ? 0 : p);
    }
    connect(0, parameters.columns());
  }

  private void connect(int fromColumn, int toColumn) {
    char[] pool = pools.inputs();
    for (int column = fromColumn; column < toColumn; column++) {
      int from = column * pools.size();
      for (int i = from; i < from + pools.size(); i++) {
        long bit = 1L << column;
        int word = pool[i] * words + (column >> 6);
        connectedTo[word] =
            permanence[i] >= connected ? connectedTo[word] | bit : connectedTo[word] & ~bit;
      }
    }
  }

  /**
   * One record.
   *
   * @param active the active inputs, the first {@code n} entries
   * @param columns takes the winners, ascending; as many as the parameters say
   */
  void step(int[] active, int n, boolean learn, int[] columns) {
    overlap.clear();
    for (int i = 0; i < n; i++) {
      overlap.add(connectedTo, active[i] * words);
    }
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
    for (int i = 0; i < n; i++) {
      change[active[i]] = inc;
    }
    for (int i = 0; i < k; i++) {
      adapt(columns[i]);
      changed[columns[i] / BAND] = true;
    }
    for (int i = 0; i < n; i++) {
      change[active[i]] = (short) -dec;
    }
  }

  private void adapt(int column) {
    char[] pool = pools.inputs();
    int from = column * pools.size();
    int to = from + pools.size();
    for (int i = from; i < to; i++) {
      int before = permanence[i];
      int after = Math.min(ONE, before + change[pool[i]]);
      after = after < trim ? 0 : after;
      permanence[i] = (short) after;
      if (before >= connected != after >= connected) {
        connectedTo[pool[i] * words + (column >> 6)] ^= 1L << column;
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
    int from = column * pools.size();
    for (int i = from; i < from + pools.size(); i++) {
      permanence[i] = (short) Math.min(ONE, permanence[i] + connected / 10);
    }
    connect(column, column + 1);
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
    int to = Math.min(parameters.columns(), (band + 1) * BAND) * pools.size();
    byte[] bytes = new byte[2 * (to - band * BAND * pools.size())];
    for (int i = band * BAND * pools.size(), at = 0; i < to; i++, at += 2) {
      bytes[at] = (byte) (permanence[i] >> 8);
      bytes[at + 1] = (byte) permanence[i];
    }
    out.write(bytes);
  }

  void readBand(int band, DataInput in) throws IOException {
    int toColumn = Math.min(parameters.columns(), (band + 1) * BAND);
    byte[] bytes = new byte[2 * (toColumn - band * BAND) * pools.size()];
    in.readFully(bytes);
    for (int i = band * BAND * pools.size(), at = 0; at < bytes.length; i++, at += 2) {
      permanence[i] = (short) (bytes[at] << 8 | (bytes[at + 1] & 0xFF));
    }
    connect(band * BAND, toColumn);
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
    return 2L * permanence.length
        + 8L * connectedTo.length
        + 40L * parameters.columns() / 8
        + 2L * inputs;
  }
}
