package org.saccade.operators.signal.epoch;

/** A marker that waits for its samples. */
record Marker(String name, long sample) {}
