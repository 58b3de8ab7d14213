/**
 * The surface of active events: the time of the last event at every pixel. Filters, corner
 * detectors and spike encoders read it.
 *
 * <p>S(x, y) = max { t : an event at (x, y, t) was seen }, or never. Source: R. Benosman et al.,
 * Event-based visual flow, IEEE TNNLS 25(2), 2014.
 *
 * <p>{@link org.saccade.operators.surface.PixelCounts} is the same for small numbers.
 *
 * <p>Start with {@link org.saccade.operators.surface.TimeSurface}.
 */
package org.saccade.operators.surface;
