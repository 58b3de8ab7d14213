package org.saccade.operators.spikepoint;

import java.util.Arrays;
import org.saccade.operators.probability.SplitMix;

/**
 * Centroids and the K nearest points of each, by squared distance in (x, y, z).
 *
 * <p>Of N points M centroids are chosen by farthest-point sampling from a drawn first one; where M
 * = N that keeps every point and is left out. Neighbours and centroids are in the points' order.
 */
final class Grouping {
  private final int[] centroids;
  private final int[] members;
  private final int neighbours;
  private final double[] distance;
  private final double[] nearest;

  Grouping(int points, int centroids, int neighbours) {
    this.centroids = new int[centroids];
    this.members = new int[centroids * neighbours];
    this.neighbours = neighbours;
    this.distance = new double[points];
    this.nearest = new double[neighbours];
  }

  int centroid(int group) {
    return centroids[group];
  }

  int member(int group, int k) {
    return members[group * neighbours + k];
  }

  /** Groups the points. */
  void group(PointCloud cloud, long seed) {
    if (centroids.length == cloud.size()) {
      Arrays.setAll(centroids, i -> i);
    } else {
      farthest(cloud, seed);
    }
    for (int g = 0; g < centroids.length; g++) {
      distances(cloud, centroids[g]);
      select(centroids[g], g * neighbours);
    }
  }

  private void farthest(PointCloud cloud, long seed) {
    int n = cloud.size();
    Arrays.fill(distance, Double.POSITIVE_INFINITY);
    int next = new SplitMix(seed).nextInt(n);
    for (int m = 0; m < centroids.length; m++) {
      centroids[m] = next;
      double px = cloud.x(next);
      double py = cloud.y(next);
      double pz = cloud.z(next);
      int far = 0;
      for (int i = 0; i < n; i++) {
        distance[i] = Math.min(distance[i], squared(cloud, i, px, py, pz));
        far = distance[i] > distance[far] ? i : far;
      }
      next = far;
    }
    Arrays.sort(centroids);
  }

  private void distances(PointCloud cloud, int centre) {
    double px = cloud.x(centre);
    double py = cloud.y(centre);
    double pz = cloud.z(centre);
    for (int i = 0; i < distance.length; i++) {
      distance[i] = squared(cloud, i, px, py, pz);
    }
  }

  private static double squared(PointCloud cloud, int i, double px, double py, double pz) {
    double dx = cloud.x(i) - px;
    double dy = cloud.y(i) - py;
    double dz = cloud.z(i) - pz;
    return dx * dx + dy * dy + dz * dz;
  }

  /**
   * Keeps the K smallest by insertion. It begins at the centroid and goes away from it in time: the
   * near ones come early, so that most of the others fail the first comparison.
   */
  private void select(int centre, int at) {
    int held = 0;
    for (int i = centre; i < distance.length; i++) {
      if (held < neighbours || distance[i] < nearest[held - 1]) {
        held = insert(i, held, at);
      }
    }
    for (int i = centre - 1; i >= 0; i--) {
      if (held < neighbours || distance[i] <= nearest[held - 1]) {
        held = insert(i, held, at);
      }
    }
    Arrays.sort(members, at, at + neighbours);
  }

  /** Of equal distances the earlier point stands first. */
  private int insert(int point, int held, int at) {
    double d = distance[point];
    int place = held < neighbours ? held : held - 1;
    if (held == neighbours && d == nearest[place] && point > members[at + place]) {
      return held;
    }
    for (; place > 0 && isBehind(place - 1, at, point, d); place--) {
      nearest[place] = nearest[place - 1];
      members[at + place] = members[at + place - 1];
    }
    nearest[place] = d;
    members[at + place] = point;
    return Math.min(held + 1, neighbours);
  }

  private boolean isBehind(int place, int at, int point, double d) {
    return nearest[place] > d || nearest[place] == d && members[at + place] > point;
  }
}
