package org.saccade.training.network;

/**
 * Windows as spikes.
 *
 * @param members {@code [steps, windows, centroids, neighbours, 6]}, 0 or 1
 * @param centroids {@code [steps, windows, centroids, 3]}, 0 or 1
 * @param labels a class number a window
 */
public record Batch(float[] members, float[] centroids, int[] labels) {}
