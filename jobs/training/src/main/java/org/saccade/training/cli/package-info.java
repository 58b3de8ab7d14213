/**
 * The command line.
 *
 * <p>Start with {@link org.saccade.training.cli.TrainSpikePoint}.
 */
package org.saccade.training.cli;
