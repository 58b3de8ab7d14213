/**
 * Gaze on a stream of samples: which channels are eyes, the detector of microsaccades behind them,
 * and the exact pass over a trial when it is over.
 *
 * <pre>
 *   samples ─▶ eyes ─▶ blinks, lost, swapped, too fast ─▶ stream health
 *                └───▶ thresholds of the seconds before ─▶ velocity-threshold/streaming
 *                └───▶ positions, as far back as a trial ─▶ velocity-threshold/trial
 *   markers ─▶ where trials begin and end ──┘
 * </pre>
 *
 * <p>A {@code Microsaccade} says by its method which of the two passes found it; a consumer takes
 * the one or the other. What a trial's marker gives is the same to the id whether the marker comes
 * before its samples or after them, while they are remembered: on ten public trials it equals the
 * toolbox's files in every order ({@code MarkedTrialsTest}).
 *
 * <p>Start with {@link org.saccade.operators.gaze.EyeChannels}; {@link
 * org.saccade.operators.gaze.TrialMarkers} says which markers are a trial's.
 */
package org.saccade.operators.gaze;
