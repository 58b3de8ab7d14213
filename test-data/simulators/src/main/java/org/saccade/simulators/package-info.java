/**
 * Simulated sensors with ground truth, for tests, benchmarks and the small recordings that ship.
 *
 * <pre>  scene ──frames──▶ pixel model ──events──▶ batch        (beside it: labelled noise)</pre>
 *
 * <p>{@code scene} is what the camera sees, {@code dvs} the camera, {@code random} the numbers that
 * are the same on every machine. {@link org.saccade.simulators.EventSimulation} runs them; {@link
 * org.saccade.simulators.DemoCameras} are the cameras of the recordings.
 *
 * <p>Start with {@link org.saccade.simulators.EventSimulation}.
 */
package org.saccade.simulators;
