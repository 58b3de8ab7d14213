package org.saccade.training.network;

import java.util.Arrays;

/**
 * Windows as spikes, or in the direct code, then without steps, as numbers.
 *
 * @param members {@code [steps, windows, centroids, neighbours, 6]}
 * @param centroids {@code [steps, windows, centroids, 3]}
 * @param labels a class number a window
 */
public record Batch(float[] members, float[] centroids, int[] labels) {
  /** One of so many steps. */
  Batch step(int step, int steps) {
    int m = members.length / steps;
    int c = centroids.length / steps;
    return new Batch(
        Arrays.copyOfRange(members, step * m, (step + 1) * m),
        Arrays.copyOfRange(centroids, step * c, (step + 1) * c),
        labels);
  }
}
