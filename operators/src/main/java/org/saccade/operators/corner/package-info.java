/**
 * Corners of moving things, event by event, from the newest arc around each event on the time
 * surface of its polarity.
 *
 * <p>Behind a moving corner the newest times on a circle around the event form one arc whose length
 * tells the corner's angle; behind a straight edge they form half of the circle. With circles of 16
 * pixels (radius 3) and 20 pixels (radius 4), an event is a corner event if on both circles
 *
 * <pre>
 *   L ≤ |newest arc| ≤ U   or   L ≤ |circle| − |newest arc| ≤ U
 *   radius 3: L = 3, U = 6      radius 4: L = 4, U = 8
 * </pre>
 *
 * <p>The newest arc begins at the newest pixel and is extended on the side of the newer neighbour;
 * it takes in what has been passed whenever that neighbour is at least as new as the oldest pixel
 * of the arc, and up to L pixels in any case.
 *
 * <p>An event writes its time only if the last event of its pixel and polarity is more than κ ago,
 * or if the polarity has changed since: of the events that one edge gives at a pixel, the first
 * counts.
 *
 * <p>{@link org.saccade.operators.corner.Corners#FAST} asks otherwise: an event is a corner event
 * if on both circles some arc of L to U pixels has only times that are newer than all others of the
 * circle; there every event writes its time, which is κ = 0. It misses the corners whose inside is
 * the newer side, of more than a half circle.
 *
 * <p>Source: I. Alzugaray, M. Chli, Asynchronous corner detection and tracking for event cameras in
 * real time (Arc*), IEEE RA-L 3(4), 2018; restated from the paper. The circles are those of E.
 * Mueggler et al., Fast event-based corner detection (eFAST), BMVC 2017, restated from the paper.
 *
 * <p>Start with {@link org.saccade.operators.corner.CornerDetector}.
 */
package org.saccade.operators.corner;
