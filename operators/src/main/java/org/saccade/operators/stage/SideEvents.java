package org.saccade.operators.stage;

import org.saccade.schemas.batch.EventBatch;

/**
 * Events that a stage puts out beside those that go on: of one packet, in its order.
 *
 * @param events not to be kept: the stage uses the batch again
 * @param start sensor time of the first, microseconds
 * @param end sensor time of the last
 */
public record SideEvents(EventBatch events, long start, long end) implements StageOutput {}
