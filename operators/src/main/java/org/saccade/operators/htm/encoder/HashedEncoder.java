package org.saccade.operators.htm.encoder;

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
      int bit = offset + (int) Long.remainderUnsigned(mix(b + k + seed), size);
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

  /** The finalizer of SplitMix64 (Steele, Lea, Flood 2014, after Stafford's variant 13). */
  private static long mix(long z) {
    z *= 0x9E3779B97F4A7C15L;
    z = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
    z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
    return z ^ (z >>> 31);
  }
}
