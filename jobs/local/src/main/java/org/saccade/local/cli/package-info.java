/**
 * The commands, a class each, and what they share.
 *
 * <p>Exit status: 0 done; 1 a job failed; 2 the arguments or the input are unusable; 3 a service
 * cannot be reached. An error is one line on stderr; {@link org.saccade.local.cli.Errors} makes it.
 */
package org.saccade.local.cli;
