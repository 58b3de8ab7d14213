/**
 * A stream of events cut into slices: what frames, mean flow and classifiers work on.
 *
 * <pre>
 *   by time T:    [k T, (k + 1) T) of sensor time
 *   by count N:   N events after N events
 *   both:         from where the slice before ended, up to T later or N events, whichever is first
 * </pre>
 *
 * <p>Slices are decided by the events and their sensor time alone: where packets are cut does not
 * matter. Both together are what OpenEB calls MIXED (EventBufferReslicer).
 *
 * <p>Start with {@link org.saccade.operators.slice.Slicer}.
 */
package org.saccade.operators.slice;
