package org.saccade.benchmarks.runs;

/**
 * One measurement.
 *
 * @param rate millions of events a second
 * @param cpuNanos nanoseconds of a CPU for each event, all threads of this process together
 * @param allocated bytes of heap for each event, all threads of this process together
 * @param checkpoints completed meanwhile
 */
record Outcome(double rate, double cpuNanos, double allocated, long checkpoints) {}
