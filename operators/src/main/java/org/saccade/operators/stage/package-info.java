/**
 * What filters and meters of events have in common: plain models that work on a packet's batch in
 * place, one behind the other.
 *
 * <p>Start with {@link org.saccade.operators.stage.EventStage}.
 */
package org.saccade.operators.stage;
