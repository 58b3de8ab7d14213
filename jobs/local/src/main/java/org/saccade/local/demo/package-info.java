/**
 * The demonstration: recordings, a real broker, real Flink jobs, and what came out.
 *
 * <p>{@link org.saccade.local.demo.Demo} is the whole run; {@link org.saccade.local.demo.Watch}
 * reads the topics meanwhile and counts; {@link org.saccade.local.demo.Report} prints the table.
 * {@link org.saccade.local.demo.BundledRecordings} are the recordings that ship, which {@link
 * org.saccade.local.demo.MakeRecordings} makes.
 */
package org.saccade.local.demo;
