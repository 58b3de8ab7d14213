/**
 * Gaze as tables of text.
 *
 * <pre>
 *   gaze-dat   0.000000  0.875160  0.150480  -0.182160  0.831600
 *              ms, x and y of the left eye, x and y of the right eye, degrees; no header
 *   gaze-csv   time_ms,x_left_deg,y_left_deg,x_right_deg,y_right_deg,pupil_left
 *              names in any order; also left_x, LEFT_GAZE_X, lx, xl; deg or px; s, ms, us or ns
 * </pre>
 *
 * <p>Y points up in degrees and down in pixels. An eye that was not seen is empty, {@code .},
 * {@code NaN} or {@code NA}. Pixels become degrees behind a told {@link
 * org.saccade.connectors.recording.Screen}, else they stay pixels. The rate is that of the times of
 * the first 500 samples, or told; a time that is half a sample off begins a new stretch and is
 * counted.
 *
 * <p>Start with {@link org.saccade.connectors.recording.gaze.GazeCsvFormat}.
 */
package org.saccade.connectors.recording.gaze;
