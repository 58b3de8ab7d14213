package org.saccade.operators.change;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.Arrays;

/**
 * Watches one series for drift. Learns its reference in a warm-up, then runs a CUSUM a kind of
 * change; after a decision it learns again.
 *
 * <p>Nothing is allocated a sample, and of a calibration nothing but a few dozen bytes once the
 * thread has had one as large. What is told of the last decision stays until the next.
 */
public final class DriftMonitor {
  private static final int KINDS = Evidence.KINDS;
  private static final double HALF_WAY = 0.5;

  private final int warmUp;
  private final double runLength;
  private final long seed;
  private final boolean keepsEvidence;

  private final double[] warmValues;
  private final double[] warmRaw;
  private int warm;
  private boolean learnt;
  private final Reference reference = new Reference();
  private final Evidence evidence = new Evidence();
  private final double[] thresholds = new double[KINDS];
  private double[] warmEvidence;
  private final double[] s = new double[KINDS];
  private final double[] deviation = new double[KINDS];
  private final long[] began = new long[KINDS];
  private final long[] since = new long[KINDS];
  private final double[] z = new double[KINDS];
  private double residualBefore;
  private double innovationBefore;
  private long phase;

  private Drifted kind;
  private long decidedBegan;
  private double magnitude;
  private double statistic;
  private double threshold;

  /**
   * @param warmUp samples from which a reference is learnt, at least 30
   * @param runLength samples between false alarms
   * @param seed of the resampling that finds the thresholds
   */
  public DriftMonitor(int warmUp, double runLength, long seed) {
    this(warmUp, runLength, seed, false);
  }

  /**
   * @param keepsEvidence whether the warm-up's evidence is kept until it is taken
   */
  DriftMonitor(int warmUp, double runLength, long seed, boolean keepsEvidence) {
    if (warmUp < 30 || warmUp > 1 << 17) {
      throw new IllegalArgumentException("warmUp=" + warmUp + " must be between 30 and 131072");
    }
    if (!(runLength >= 1 && runLength <= 1e9)) {
      throw new IllegalArgumentException("runLength=" + runLength + " must be between 1 and 1e9");
    }
    this.warmUp = warmUp;
    this.runLength = runLength;
    this.seed = seed;
    this.keepsEvidence = keepsEvidence;
    warmValues = new double[warmUp];
    warmRaw = new double[warmUp];
  }

  /** Whether the warm-up itself shows the run length; beyond, thresholds follow CUSUM's law. */
  public boolean supported() {
    return PanelThresholds.supported(warmUp, runLength);
  }

  /**
   * One sample.
   *
   * @param time of the sample, only told again as the time at which a drift began
   * @param value finite
   * @param rawScore of the sequence memory
   * @return -1 or 1 if a drift is decided now, by its direction; 0 otherwise
   */
  public int step(long time, double value, double rawScore) {
    return gather(time, value, rawScore) ? decide() : 0;
  }

  /**
   * One sample, of which nothing is decided: the sums go on, past their thresholds too.
   *
   * @return how near the nearest test is to its threshold, 1 being there; 0 in a warm-up
   */
  public double watch(long time, double value, double rawScore) {
    return gather(time, value, rawScore) ? nearness() : 0;
  }

  private boolean gather(long time, double value, double rawScore) {
    if (!learnt) {
      warmValues[warm] = value;
      warmRaw[warm] = rawScore;
      warm++;
      if (warm == warmUp) {
        learn();
      }
      return false;
    }
    double residual = value - reference.season().expected(phase++);
    double u = reference.innovation(residual, residualBefore);
    evidence.of(u, innovationBefore, rawScore > Reference.SURPRISING, z);
    residualBefore = residual;
    innovationBefore = u;
    for (int k = 0; k < KINDS; k++) {
      double next = s[k] + z[k];
      if (s[k] == 0) {
        began[k] = time;
        since[k] = 0;
        deviation[k] = 0;
      }
      s[k] = Math.max(0, next);
      since[k]++;
      deviation[k] += residual;
    }
    return true;
  }

  private int decide() {
    int first = -1;
    double most = 1;
    for (int k = 0; k < KINDS; k++) {
      double part = s[k] / thresholds[k];
      if (part >= most) {
        most = part;
        first = k;
      }
    }
    return first < 0 ? 0 : settle(first);
  }

  /** Decides for the test that is nearest to its threshold. */
  int settle() {
    int nearest = 0;
    for (int k = 1; k < KINDS; k++) {
      if (s[k] / thresholds[k] > s[nearest] / thresholds[nearest]) {
        nearest = k;
      }
    }
    return settle(nearest);
  }

  /**
   * What changed, if this test decides. A shift of the level widens the spread too, while a change
   * of the spread shifts no level: so it is the level where that test is half way at least.
   */
  private int explained(int first) {
    int level = s[0] / thresholds[0] >= s[1] / thresholds[1] ? 0 : 1;
    return s[level] >= HALF_WAY * thresholds[level] ? level : first;
  }

  private int settle(int first) {
    int what = explained(first);
    kind = Drifted.of(what);
    decidedBegan = began[what];
    magnitude = deviation[what] / since[what];
    statistic = s[first];
    threshold = thresholds[first];
    forgetReference();
    return switch (kind) {
      case LEVEL_UP, SPREAD_UP, MEMORY_UP -> 1;
      case LEVEL_DOWN, SPREAD_DOWN, MEMORY_DOWN -> -1;
      case SURPRISE -> magnitude < 0 ? -1 : 1;
    };
  }

  /** Samples that are drawn at once from a warm-up of so many. */
  static int block(int warmUp) {
    return Math.max(1, Math.min(warmUp / 5, 50));
  }

  boolean isLearnt() {
    return learnt;
  }

  double[] thresholds() {
    return thresholds;
  }

  /** Evidence of the warm-up's samples, each of the kinds' numbers; given once a warm-up. */
  double[] takeWarmEvidence() {
    double[] all = warmEvidence;
    warmEvidence = null;
    return all;
  }

  private void learn() {
    learnt = true;
    reference.learn(warmValues, warmRaw, warmUp);
    evidence.beside(reference);
    int numbers = warmUp * KINDS;
    double[] all = keepsEvidence ? new double[numbers] : Workspace.ofThread().evidence(numbers);
    double before = 0;
    double uBefore = 0;
    double scale = StrictMath.sqrt(Reference.inflation(reference.season().period(), warmUp));
    for (int i = 0; i < warmUp; i++) {
      double residual = scale * (warmValues[i] - reference.season().expected(i));
      double u = reference.innovation(residual, before);
      evidence.of(u, uBefore, warmRaw[i] > Reference.SURPRISING, z);
      System.arraycopy(z, 0, all, i * KINDS, KINDS);
      before = residual;
      uBefore = u;
    }
    residualBefore = before / scale;
    innovationBefore = uBefore;
    phase = warmUp;
    int block = block(warmUp);
    PanelThresholds.of(all, warmUp, KINDS, block, runLength, seed, thresholds);
    warmEvidence = keepsEvidence ? all : null;
    Arrays.fill(s, 0);
  }

  /**
   * The next sample is no neighbour of the last. Where there is a season its phase is lost, so the
   * reference is learnt again; where there is none, the tests go on.
   */
  public void interrupted() {
    if (learnt && reference.season().period() > 1) {
      forgetReference();
    }
  }

  /** Forgets everything: the next sample is the first of a warm-up. */
  public void forgetReference() {
    learnt = false;
    warm = 0;
    Arrays.fill(s, 0);
  }

  /** How near the nearest test is to its threshold, 1 being there; 0 in a warm-up. */
  public double nearness() {
    double most = 0;
    for (int k = 0; learnt && k < KINDS; k++) {
      most = Math.max(most, s[k] / thresholds[k]);
    }
    return most;
  }

  /** Value that is expected next; NaN in a warm-up. */
  public double expected() {
    if (!learnt) {
      return Double.NaN;
    }
    return reference.season().expected(phase) + reference.memory() * residualBefore;
  }

  /** Of the last decision: what changed. */
  public Drifted kind() {
    return kind;
  }

  /** Of the last decision: time of the sample with which the change began, most likely. */
  public long began() {
    return decidedBegan;
  }

  /** Of the last decision: mean difference from what was expected, in the value's unit. */
  public double magnitude() {
    return magnitude;
  }

  /** Of the last decision: evidence, in nats. */
  public double statistic() {
    return statistic;
  }

  /** Of the last decision: threshold that it passed. */
  public double threshold() {
    return threshold;
  }

  /** Fields that {@link #read} takes back. */
  public void write(DataOutput out) throws IOException {
    out.writeBoolean(learnt);
    if (!learnt) {
      out.writeInt(warm);
      for (int i = 0; i < warm; i++) {
        out.writeDouble(warmValues[i]);
        out.writeDouble(warmRaw[i]);
      }
      return;
    }
    reference.write(out);
    for (int k = 0; k < KINDS; k++) {
      out.writeDouble(thresholds[k]);
      out.writeDouble(s[k]);
      out.writeDouble(deviation[k]);
      out.writeLong(began[k]);
      out.writeLong(since[k]);
    }
    out.writeDouble(residualBefore);
    out.writeDouble(innovationBefore);
    out.writeLong(phase);
  }

  /** Takes back what {@link #write} wrote. */
  public void read(DataInput in) throws IOException {
    forgetReference();
    if (!in.readBoolean()) {
      warm = in.readInt();
      if (warm < 0 || warm >= warmUp) {
        throw new IOException("warm-up of " + warm + " samples must be below " + warmUp);
      }
      for (int i = 0; i < warm; i++) {
        warmValues[i] = in.readDouble();
        warmRaw[i] = in.readDouble();
      }
      return;
    }
    learnt = true;
    reference.read(in, warmUp);
    evidence.beside(reference);
    for (int k = 0; k < KINDS; k++) {
      thresholds[k] = in.readDouble();
      s[k] = in.readDouble();
      deviation[k] = in.readDouble();
      began[k] = in.readLong();
      since[k] = in.readLong();
    }
    residualBefore = in.readDouble();
    innovationBefore = in.readDouble();
    phase = in.readLong();
  }

  /** Memory held, bytes. */
  public long bytes() {
    return 16L * warmUp + 64L * KINDS + 8L * reference.season().period();
  }
}
