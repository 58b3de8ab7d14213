/**
 * Tracking of moving things as clusters of events.
 *
 * <pre>
 *   event at (x, y, t) belongs to the cluster whose predicted place at t is nearest, if it lies
 *   within r of it in x and in y; an event that belongs to none begins a candidate
 *
 *   at the end of each window [k T, (k + 1) T) of sensor time, for each cluster:
 *     measurement    mean place and mean time of its events in the window, if there are enough:
 *                    the mean of those of the OFF and of the ON events
 *     state          place and velocity: a Kalman filter of constant velocity, brought to the mean
 *                    time by the measurement
 *     candidate      with too few events: forgotten; after enough windows in a row: a track is born
 *     track          without a measurement: it coasts; after too many windows in a row it ends
 *     two clusters   nearer than r / 2: the younger ends
 * </pre>
 *
 * <p>Each axis has its own filter of the same covariance: process noise is white acceleration of
 * standard deviation q (pixels/s²) over the step, measurement noise a standard deviation (pixels).
 * With the mean time of the events as the time of the measurement there is no lag of half a window.
 *
 * <p>Of a thing that moves one polarity lies on its leading side and the other on the trailing one,
 * and sensors give more of one than of the other. Measured on a simulated box of 40x24 pixels with
 * 1.7 ON events to one OFF: the mean of all events runs 2.2 pixels ahead of the middle of the box,
 * the mean of the two means lies 0.4 behind.
 *
 * <p>Sources: the idea of clusters that events attract and that are born and die by the events that
 * support them is that of M. Litzenberger et al., Embedded vision system for real-time object
 * tracking using an asynchronous transient vision sensor, DSP Workshop 2006, and of jAER's
 * RectangularClusterTracker; the filter is the textbook one (Y. Bar-Shalom et al., Estimation with
 * applications to tracking and navigation, 2001, 6.2). Restated, not taken over: there the cluster
 * moves with every event, here once a window.
 *
 * <p>Start with {@link org.saccade.operators.track.ClusterTracker}.
 */
package org.saccade.operators.track;
