/**
 * Whole runs: a broker, a producer and a job in this process, measured together.
 *
 * <p>Start from {@link org.saccade.benchmarks.runs.Road}. Every figure of a run is taken once in
 * each round, one after the other, after a round that warms up; a ratio is taken within its round
 * and given as the median of the rounds, so that what the machine does besides falls on both of its
 * sides.
 */
package org.saccade.benchmarks.runs;
