/**
 * The Flink jobs: one class a job that reads as the picture of its topology.
 *
 * <p>{@link org.saccade.jobs.EventsJob} is the one to read first; {@link org.saccade.jobs.Jobs} has
 * them all. The same class runs in this process, in the demo and on a cluster through {@code flink
 * run}.
 */
package org.saccade.jobs;
