package org.saccade.operators.track;

import org.saccade.operators.stage.StageOutput;

/**
 * A track at the end of a window.
 *
 * @param start sensor time of the window's begin, microseconds
 * @param end sensor time of the window's end: the place is as it is then
 * @param track number of the track in the run of the clock, from 1
 * @param born sensor time of the begin of the window in which its first event was
 * @param x pixels from the left edge; the centre of column 0 is 0.5
 * @param y pixels from the top edge
 * @param vx pixels a second, to the right
 * @param vy pixels a second, downwards
 * @param spreadX standard deviation of its events along x, pixels, over the last windows
 * @param spreadY the same along y
 * @param events its events in the window
 */
public record TrackOutput(
    long start,
    long end,
    long track,
    TrackState state,
    long born,
    double x,
    double y,
    double vx,
    double vy,
    double spreadX,
    double spreadY,
    int events)
    implements StageOutput {}
