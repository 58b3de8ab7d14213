package org.saccade.training.data;

import org.saccade.schemas.batch.EventBatch;

/**
 * Events of one window, ready to be sampled: of the polarity that is used, cropped, counted from
 * the crop's corner.
 *
 * @param label class number
 * @param clip number of the clip that it was cut from: what votes together
 */
public record Window(EventBatch events, int label, int clip) {}
