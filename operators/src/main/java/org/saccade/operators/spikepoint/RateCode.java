package org.saccade.operators.spikepoint;

import org.saccade.operators.probability.SplitMix;

/**
 * Groups as numbers, and as spikes: a channel of value v spikes at a step if a draw of 0 to 1 is
 * below v, without memory from step to step. A draw is the 21 lowest, middle or highest bits of 63
 * bits of a hash.
 *
 * <p>Hash {@code (step * M + group) * 2 * (K + 1) + 2 * member + half} of the seed serves channels
 * 0 to 2 (half 0) or 3 to 5 (half 1) of a member; member K is the centroid.
 */
final class RateCode {
  private static final int BITS = 21;
  private static final int MASK = (1 << BITS) - 1;

  private final Grouping grouping;
  private final int groups;
  private final int neighbours;
  private final double[] values;
  private final int[] below;
  private final InputCode code;
  private long seed;

  RateCode(Grouping grouping, int groups, int neighbours, InputCode code) {
    this.code = code;
    this.grouping = grouping;
    this.groups = groups;
    this.neighbours = neighbours;
    this.values = new double[groups * (6 * neighbours + 3)];
    this.below = new int[values.length];
  }

  /** Takes the groups of a cloud. */
  void take(PointCloud cloud, long windowSeed) {
    seed = windowSeed;
    double deviation = deviation(cloud);
    for (int g = 0; g < groups; g++) {
      group(cloud, g, deviation);
    }
    for (int i = 0; i < values.length; i++) {
      below[i] = (int) Math.ceil(Math.min(values[i], 1) * (1 << BITS));
    }
  }

  /** Of all coordinates' differences to their centroid, unbiased, plus 1e-5. */
  private double deviation(PointCloud cloud) {
    double sum = 0;
    double squares = 0;
    for (int g = 0; g < groups; g++) {
      int c = grouping.centroid(g);
      for (int k = 0; k < neighbours; k++) {
        int i = grouping.member(g, k);
        double dx = cloud.x(i) - cloud.x(c);
        double dy = cloud.y(i) - cloud.y(c);
        double dz = cloud.z(i) - cloud.z(c);
        sum += dx + dy + dz;
        squares += dx * dx + dy * dy + dz * dz;
      }
    }
    double n = 3.0 * groups * neighbours;
    return Math.sqrt(Math.max(0, squares - sum * sum / n) / (n - 1)) + 1e-5;
  }

  private void group(PointCloud cloud, int g, double deviation) {
    int c = grouping.centroid(g);
    double xmin = 1;
    double ymin = 1;
    double zmin = 1;
    for (int k = 0; k < neighbours; k++) {
      int i = grouping.member(g, k);
      xmin = Math.min(xmin, cloud.x(i));
      ymin = Math.min(ymin, cloud.y(i));
      zmin = Math.min(zmin, cloud.z(i));
    }
    int at = g * (6 * neighbours + 3);
    for (int k = 0; k < neighbours; k++, at += 6) {
      int i = grouping.member(g, k);
      values[at] = difference(cloud.x(i), cloud.x(c)) / deviation;
      values[at + 1] = difference(cloud.y(i), cloud.y(c)) / deviation;
      values[at + 2] = difference(cloud.z(i), cloud.z(c)) / deviation;
      values[at + 3] = xmin;
      values[at + 4] = ymin;
      values[at + 5] = zmin;
    }
    values[at] = cloud.x(c);
    values[at + 1] = cloud.y(c);
    values[at + 2] = cloud.z(c);
  }

  private double difference(double member, double centroid) {
    return code == InputCode.DIRECT ? member - centroid : Math.abs(member - centroid);
  }

  /** Whether the network takes the values themselves, at every step the same. */
  boolean isDirect() {
    return code == InputCode.DIRECT;
  }

  /** Place in {@link #values} of a member's six; member K is the centroid, with three. */
  int at(int group, int member) {
    return group * (6 * neighbours + 3) + 6 * member;
  }

  /** Values that are coded: of a group 6 a member, then 3 of its centroid. */
  double[] values() {
    return values;
  }

  /** Spikes of a member's six channels, channel 0 in the lowest bit. */
  int member(int step, int group, int k) {
    long hash = hash(step, group, k);
    int at = group * (6 * neighbours + 3) + 6 * k;
    return three(SplitMix.at(seed, hash), at) | three(SplitMix.at(seed, hash + 1), at + 3) << 3;
  }

  /** Spikes of a centroid's three channels, channel 0 in the lowest bit. */
  int centroid(int step, int group) {
    int at = group * (6 * neighbours + 3) + 6 * neighbours;
    return three(SplitMix.at(seed, hash(step, group, neighbours)), at);
  }

  private long hash(int step, int group, int member) {
    return ((long) step * groups + group) * 2 * (neighbours + 1) + 2 * member;
  }

  /** A draw is below its bound where their difference is negative: no branch to guess wrong. */
  private int three(long draws, int at) {
    int first = ((int) draws & MASK) - below[at];
    int second = ((int) (draws >>> BITS) & MASK) - below[at + 1];
    int third = ((int) (draws >>> 2 * BITS) & MASK) - below[at + 2];
    return first >>> 31 | second >>> 31 << 1 | third >>> 31 << 2;
  }
}
