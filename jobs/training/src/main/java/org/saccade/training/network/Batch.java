package org.saccade.training.network;

/**
 * Windows as spikes, or in the direct code, then without steps, as numbers.
 *
 * @param members {@code [steps, windows, centroids, neighbours, 6]}
 * @param centroids {@code [steps, windows, centroids, 3]}
 * @param labels a class number a window
 */
public record Batch(float[] members, float[] centroids, int[] labels) {}
