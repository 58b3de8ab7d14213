/**
 * Labelled recordings as batches of spikes.
 *
 * <p>Start with {@link org.saccade.training.data.Batches}.
 */
package org.saccade.training.data;
