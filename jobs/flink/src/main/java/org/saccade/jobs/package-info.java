/**
 * The Flink jobs: one class a job that reads as the picture of its topology.
 *
 * <p>{@link org.saccade.jobs.EventsJob} is the first. The same class runs in this process, in the
 * demo and on a cluster through {@code flink run}.
 */
package org.saccade.jobs;
