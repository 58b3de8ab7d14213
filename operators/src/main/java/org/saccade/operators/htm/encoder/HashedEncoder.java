package org.saccade.operators.htm.encoder;

import org.saccade.operators.probability.SplitMix;

/**
 * A number of any range as w pseudo-random bits of n: the random distributed scalar encoder, with a
 * hash in place of a table.
 *
 * <p>Bit k of bucket b is the hash of b + k, so neighbouring buckets share all but one bit. Two of
 * the w may fall on one another; then fewer are active. Buckets beyond ±2^52 are taken to that end.
 */
public final class HashedEncoder implements ValueEncoder {
  private static final double LAST_BUCKET = 1L << 52;

  private final int size;
  private final int active;
  private final double resolution;
  private final long seed;

  /**
   * @param size n, number of bits
   * @param active w, number of them that are active; less than n
   * @param resolution width of a bucket, in units of the value; above 0
   */
  public HashedEncoder(int size, int active, double resolution, long seed) {
    if (active < 1 || active >= size) {
      throw new IllegalArgumentException(
          "active=" + active + " must be at least 1 and less than size=" + size);
    }
    if (!(resolution > 0) || resolution == Double.POSITIVE_INFINITY) {
      throw new IllegalArgumentException("resolution=" + resolution + " must be above 0");
    }
    this.size = size;
    this.active = active;
    this.resolution = resolution;
    this.seed = seed;
  }

  @Override
  public int size() {
    return size;
  }

  @Override
  public int active() {
    return active;
  }

  @Override
  public int encode(double value, int offset, int[] bits, int from) {
    double bucket = StrictMath.floor(value / resolution);
    long b = (long) Math.max(-LAST_BUCKET, Math.min(LAST_BUCKET, bucket));
    int to = from;
    for (int k = 0; k < active; k++) {
      int bit = offset + (int) Long.remainderUnsigned(SplitMix.hash(b + k + seed), size);
      if (!contains(bits, from, to, bit)) {
        bits[to++] = bit;
      }
    }
    return to;
  }

  private static boolean contains(int[] bits, int from, int to, int bit) {
    for (int i = from; i < to; i++) {
      if (bits[i] == bit) {
        return true;
      }
    }
    return false;
  }
}
