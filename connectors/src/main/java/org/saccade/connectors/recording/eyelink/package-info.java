/**
 * EyeLink recordings as text, as SR Research's edf2asc writes them.
 *
 * <pre>
 *   ** CONVERTED FROM …
 *   MSG 1000 TRIALID 1                                       a marker
 *   START 1002 LEFT RIGHT SAMPLES EVENTS                     a block: a new stretch
 *   SAMPLES GAZE LEFT RIGHT RATE 500.00 TRACKING CR          eyes and rate
 *   1002  512.3  384.1  1023.0  515.0  383.0  998.0  .....   x, y, pupil of each eye
 *   1004  .      .      0.0     515.1  383.0  998.0  .....   a missing eye is NaN
 *   EFIX L 1002 1200 198 512.0 384.2 1020                    a marker with a duration
 *   EBLINK L 1300 1420 122
 * </pre>
 *
 * <p>Channels are those of the first block; a later block with one eye leaves the other NaN. GAZE
 * is in pixels, y counted from the top, until a screen is told; HREF is given as it is. Times are
 * the tracker's milliseconds, as microseconds.
 *
 * <p>Start with {@link org.saccade.connectors.recording.eyelink.EyeLinkFormat}.
 */
package org.saccade.connectors.recording.eyelink;
