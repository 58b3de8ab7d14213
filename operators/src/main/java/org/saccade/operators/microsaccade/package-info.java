/**
 * Microsaccades in gaze, by the velocity threshold of Engbert and Kliegl (2003, Vision Research
 * 43:1035-1045).
 *
 * <pre>
 *   v[n] = rate / 6 · (x[n+2] + x[n+1] − x[n−1] − x[n−2])          each of x, y of each eye
 *   σ    = √ median( (v − median(v))² )
 *   (vx / λσx)² + (vy / λσy)² > 1  for at least minDuration samples in a row
 * </pre>
 *
 * <p>{@link org.saccade.operators.microsaccade.TrialDetector} does it over a whole recording and
 * {@link org.saccade.operators.microsaccade.Cluster} pairs the eyes. On ten public trials all
 * onsets, ends, velocities and amplitudes equal those of the toolbox of the authors' laboratory to
 * the last bit, monocular, and to 1e-15, binocular ({@code ReferenceTrialsTest}). Its habits, which
 * the paper does not tell, are kept:
 *
 * <ul>
 *   <li>the deviation is around the median (the paper's {@code √(median(v²) − median(v)²)} is
 *       another number);
 *   <li>the first and the last velocity are 0, and count in the median; the second and the last but
 *       one are differences over two samples, so a microsaccade may begin at sample 1;
 *   <li>the peak velocity leaves the last sample out, the amplitude does not; the sign of an
 *       amplitude is the order of smallest and largest, the first of equals;
 *   <li>eyes whose movements overlap <em>or touch</em> are a cluster; each eye's largest counts,
 *       the first of equals. The last cluster of a trial counts like every other;
 *   <li>a binocular movement ends at the <em>earlier</em> end;
 *   <li>no velocity above the threshold, or an eye that never moves: no microsaccade, no error.
 * </ul>
 *
 * <p>Ours, where the toolbox gives nothing: missing samples (NaN) part the recording into
 * stretches, each with velocities and edges of its own, and one threshold for all; a movement of
 * one sample ({@code minDuration} 1) has that sample's speed as its peak.
 *
 * <p>Start with {@link org.saccade.operators.microsaccade.TrialDetector}.
 */
package org.saccade.operators.microsaccade;
