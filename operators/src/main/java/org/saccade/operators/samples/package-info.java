/**
 * The keyed stream of samples, whatever they are of: EEG, gaze, field potentials.
 *
 * <pre>
 *   packet ─▶ order ─▶ continuity ─▶ decode ─▶ stage ─▶ what it finds
 *               │          │            └─ malformed, overlapping ─▶ dead letters
 *               └──────────┴─ gaps, late, resets, other rate, drift ─▶ stream health; a summary
 * </pre>
 *
 * <p>Time is counted in samples from the packet that began the session or followed the last break;
 * so how a session is cut into packets changes no time and no id. Channels and rate are those of
 * the packets: where they change inside of a session the stage is closed and opened anew, and that
 * is told.
 *
 * <p>Samples that are missing, with their packets or by number alone, are a {@code GAP}, opened and
 * closed at once by the packet behind them; a clock that jumps where none is missing is a {@code
 * CLOCK_RESET}; another rate than the nominal one is open as {@code RATE}, a slow drift as {@code
 * CLOCK_DRIFT}, while it lasts ({@link org.saccade.operators.samples.ClockWatch}).
 *
 * <p>Markers may come among the packets, before or after their samples: a stage is given each with
 * the number of its sample.
 *
 * <p>Start with {@link org.saccade.operators.samples.KeyedSampleOperator}; the next stage
 * implements {@link org.saccade.operators.samples.SampleStage}.
 */
package org.saccade.operators.samples;
