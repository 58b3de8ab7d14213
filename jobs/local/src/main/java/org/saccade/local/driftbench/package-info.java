/**
 * A benchmark of drift detectors, all set to the same rate of false alarms.
 *
 * <pre>
 *   process     autoregressive noise, or counts of a rate that is; with a season of 24 or without
 *   change      of mean, spread, memory (autocorrelation) or rate
 *   shape       abrupt, gradual (samples of the new more and more), incremental, recurring
 *   setting     the threshold at which runs of the process without a change alarm once in so many
 *               samples, found on such runs
 *   MTFA        samples a false alarm, on other runs without a change
 *   MTD         samples from the change to the alarm, of those that found it
 *   MDR         part of the changes that were not found in time
 * </pre>
 *
 * <p>The measures are those of A. Bifet et al., CD-MOA, 2013. A detector that alarms by the clock
 * is in the table so that nobody is fooled: it finds changes too, by chance.
 *
 * <p>Start with {@link org.saccade.local.driftbench.DriftBenchmark}.
 */
package org.saccade.local.driftbench;
