/**
 * Eyes that look at one point, as a video eye tracker sees them, with the truth beside:
 *
 * <pre>
 *   gaze       = drift + tremor + Σ microsaccades,   in a blink: missing
 *   drift      a random walk, ⟨Δx²⟩ = 2 D Δt an axis
 *   tremor     noise behind a resonance at 80 Hz
 *   microsaccade, t from its onset over its duration T, s = t/T:
 *              A (10 s³ − 15 s⁴ + 6 s⁵),   T = 15/8 · A/Vp,   Vp = 64.5 · A^0.64
 * </pre>
 *
 * <p>The path within a microsaccade is that of least jerk (Flash and Hogan 1985), whose largest
 * velocity is 15/8 of its mean. Rate, amplitudes and the main sequence are those that the method of
 * Engbert and Kliegl (2003) at λ = 5 finds in 25 published trials of five people at 500 Hz: 1.63 a
 * second, median 0.175° with 5 to 95 % from 0.053° to 0.604°, V = 64.5·A^0.64.
 *
 * <p>What it leaves out: the lid, which drags the measured pupil around a blink; overshoot; the two
 * eyes' own drift; the scatter of real ones about the main sequence; saccades to another point.
 *
 * <p>Start with {@link org.saccade.simulators.gaze.GazeSimulation}.
 */
package org.saccade.simulators.gaze;
