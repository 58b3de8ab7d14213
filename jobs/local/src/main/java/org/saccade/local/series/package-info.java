/**
 * CSV series through the detector, and of several values through theirs together, outside any
 * broker.
 *
 * <p>Start with {@link org.saccade.local.series.ScoreTable}.
 */
package org.saccade.local.series;
