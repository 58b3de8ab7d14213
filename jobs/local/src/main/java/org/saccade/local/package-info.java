/**
 * Saccade on one machine: the command line, the embedded broker and the mini cluster.
 *
 * <p>{@link org.saccade.local.Main} is the program; {@code cli} has a class a command, {@code
 * broker} the embedded Kafka broker, {@code demo} the demonstration.
 */
package org.saccade.local;
