/**
 * Gaze on a stream of samples: which channels are eyes, and the detector of microsaccades behind
 * them.
 *
 * <p>Start with {@link org.saccade.operators.gaze.EyeChannels}.
 */
package org.saccade.operators.gaze;
