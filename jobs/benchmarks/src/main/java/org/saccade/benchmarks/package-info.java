/**
 * Benchmarks: JMH for the hot paths, whole runs for the road.
 *
 * <pre>
 *   ./saccade bench            # lists them
 *   ./saccade bench columnar   # one of JMH's, by pattern
 *   ./saccade bench road       # topic → job → decode, beside decode alone
 *   ./saccade bench latency    # append to result at 1, 5 and 20 million events/s
 *   ./saccade bench vision     # flow, corners, tracks beside the ground truth
 *   ./saccade bench filters    # what each filter keeps of simulated signal and noise
 *   ./saccade bench allocation # bytes an event, by JMH's gc profiler
 * </pre>
 *
 * <p>Figures are ratios of one run: machines differ, and the same machine differs by the hour.
 */
package org.saccade.benchmarks;
