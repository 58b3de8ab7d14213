package org.saccade.local.classify;

import java.util.List;

/**
 * What a model's answers are worth.
 *
 * @param labels classes of the model
 * @param confusion clips of class i that were taken for class j
 * @param nothing clips of class i in which there was nothing to see
 * @param accuracy part of the clips whose vote is right
 * @param windowAccuracy part of the windows that are right, of those that were classified
 * @param calibrationError of the votes: over ten bins of confidence, the mean of the difference
 *     between it and the part that is right
 * @param meanSteps time steps of a window
 * @param windows that were classified
 * @param windowsPerSecond from the first answer to the last, all cores
 */
@SuppressWarnings("ArrayRecordComponent") // compared by nobody
public record Evaluated(
    List<String> labels,
    int[][] confusion,
    int[] nothing,
    double accuracy,
    double windowAccuracy,
    double calibrationError,
    double meanSteps,
    int windows,
    double windowsPerSecond) {}
