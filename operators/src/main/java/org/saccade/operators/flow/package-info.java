/**
 * Optical flow from the slope of the time surface. An edge that passes writes its time of arrival
 * into every pixel; where it moves steadily, those times lie on a plane, and the plane's slope says
 * how fast and where to.
 *
 * <pre>
 *   t(x, y) ≈ a x + b y + c       least squares over the events of one polarity, at most Δt old,
 *                                 in a square window around the newest event
 *   (a, b) in µs a pixel          v = 10^6 (a, b) / (a² + b²) in pixels a second
 *   residual                      root mean square distance in time from the plane, µs
 * </pre>
 *
 * <p>Where edges follow each other within Δt, the window holds the plane of the edge before as
 * well. So the events are first taken in the order of their age, up to the first gap that is longer
 * than all that is newer. Measured on bars of 1000 px/s that follow each other after 80 ms, with Δt
 * = 100 ms: without this the median error of direction was 170 degrees, with it 1.4.
 *
 * <p>Events further than a bound from the plane, counted in pixels along the motion (|t − plane| /
 * √(a² + b²)), are left out and the plane is fitted again, until none is. There is no flow where
 * too few events are left, where they lie on one line, or where the plane is so flat that the speed
 * is beyond a bound.
 *
 * <p>Of a straight edge only the motion across it can be seen: v is this normal flow (the aperture
 * problem).
 *
 * <p>Sources: R. Benosman et al., Event-based visual flow, IEEE TNNLS 25(2), 2014. The form of v,
 * which stays bounded where a or b is small (the paper has 1/a, 1/b), and one event a pixel and
 * edge (a refractory period): B. Rueckauer, T. Delbruck, Evaluation of event-based algorithms for
 * optical flow with ground-truth from inertial measurement sensor, Front. Neurosci. 10:176, 2016.
 *
 * <p>Start with {@link org.saccade.operators.flow.LocalPlaneFlow}.
 */
package org.saccade.operators.flow;
