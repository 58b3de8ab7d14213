/**
 * The electroencephalogram of a resting person as an amplifier records it, with the truth beside.
 *
 * <pre>
 *   x_c   = g(t)·( Σ_s w_cs·b_s + rhythm + blinks + muscle + pops + line + noise + offset_c )
 *   b_s   = Σ_k o_ks            background of a source: Ornstein-Uhlenbeck processes whose time
 *           constants are an octave apart, of equal variance: nearly 1/f between 0.5 and 60 Hz
 *   w_cs  = exp(−d²/2σ²)        d: distance of electrode and source on the unit sphere
 *   rhythm  A(t)·cos φ,  φ ← φ + 2πf/rate + noise     comes and goes, strongest at the back
 *   blink   A·sin²(πs), s = t/T over T = 0.3 s, falling off from the forehead
 *   muscle  differences of white noise, 0.5 to 2 s, around one temple
 *   pop     ±A·exp(−t/τ), τ = 0.7 s, of one electrode
 *   line    A_c·cos(2π·50·t + φ_c), and its third harmonic
 * </pre>
 *
 * <p>What goes wrong with the recording is scheduled: a channel that dies holds its last value, a
 * noisy one has a loose electrode, a railed one is stuck at the amplifier's limit, the gain is
 * another for a while, samples are lost, the clock steps. Sizes are those that textbooks give for
 * adults at rest with closed eyes (background of 10 to 20 µV, alpha of 30, blinks of 120 at the
 * forehead); no recording was fitted.
 *
 * <p>Start with {@link org.saccade.simulators.eeg.EegSimulation}.
 */
package org.saccade.simulators.eeg;
