/**
 * A recording of gaze whole in memory, what is found in it, and the table of that: what {@code
 * saccade microsaccades} is made of. Start with {@link org.saccade.local.gaze.Detection}.
 */
package org.saccade.local.gaze;
