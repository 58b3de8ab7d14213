package org.saccade.operators.stage;

/**
 * A number over time.
 *
 * @param name name of the feature
 * @param start sensor time from which it speaks, microseconds
 * @param end sensor time up to which it speaks, exclusive, microseconds; the feature's time
 */
public record FeatureValue(String name, long start, long end, double value)
    implements StageOutput {}
