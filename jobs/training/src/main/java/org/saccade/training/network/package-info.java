/**
 * SpikePoint as PyTorch computes it, with gradients.
 *
 * <p>Start with {@link org.saccade.training.network.Learner}.
 */
package org.saccade.training.network;
