/**
 * One Flink job in this process, from files or topics, to files or topics.
 *
 * <p>{@link org.saccade.local.run.LocalFlink} says how the mini cluster is set up; {@link
 * org.saccade.local.run.LinesOutput} puts a job's records into one file of JSON lines.
 */
package org.saccade.local.run;
