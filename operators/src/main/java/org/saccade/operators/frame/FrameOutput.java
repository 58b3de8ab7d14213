package org.saccade.operators.frame;

import org.saccade.operators.stage.StageOutput;

/**
 * A frame.
 *
 * @param start sensor time of its slice's begin, microseconds
 * @param end sensor time of the slice's end: what fades is given as it is then
 * @param events events of the slice, at least 1
 * @param pixels reused for the next frame: who keeps them copies them
 */
public record FrameOutput(long start, long end, long events, FramePixels pixels)
    implements StageOutput {}
