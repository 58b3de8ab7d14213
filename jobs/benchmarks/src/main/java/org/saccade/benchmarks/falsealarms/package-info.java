/**
 * How often the tests for drift alarm while nothing happens, beside how often they were asked to.
 *
 * <pre>
 *   a warm-up of n samples      calibrates a test for a run length L, at most n/20
 *   other samples of the same   alarms over them, times L, over samples: 1 is as often as asked for
 *   many warm-ups               all alarms over all samples, with the 95 % interval of a bootstrap
 *                               over warm-ups; the spread from warm-up to warm-up
 * </pre>
 *
 * <p>A test that is asked of one warm-up is off by what that warm-up does not tell: the spread. A
 * test that is asked of many series alarms as often over all as the mean says.
 *
 * <p>Start with {@link org.saccade.benchmarks.falsealarms.FalseAlarms}.
 */
package org.saccade.benchmarks.falsealarms;
