/**
 * Frames: what a slice of events looks like, and the time surface at its end. With the events i of
 * a slice (t0, t1), s(p) the time of the last event at pixel p (of a polarity, where polarities are
 * apart):
 *
 * <pre>
 *   polarity       1 + polarity of the last event of the slice at p, 0 where there was none
 *   histogram      |{ i : at p }|
 *   decay          Σ exp(−(t1 − t_i)/τ) over all events at p since the session began
 *   last time      t1 − s(p)
 *   exponential    exp(−(t1 − s(p))/τ)
 * </pre>
 *
 * <p>Sources: X. Lagorce et al., HOTS: a hierarchy of event-based time-surfaces, IEEE TPAMI 39(7),
 * 2017 (exponential); C. Scheerlinck et al., Continuous-time intensity estimation using event
 * cameras, ACCV 2018 (decay, as a leaky integrator without the frames).
 *
 * <p>Decay and exponential are computed by {@link org.saccade.operators.frame.ExponentialDecay}, a
 * product of two table entries: the same bits on every machine.
 *
 * <p>Start with {@link org.saccade.operators.frame.FrameMaker}.
 */
package org.saccade.operators.frame;
