/**
 * What filters, meters and detectors of events have in common: plain models that work on a packet's
 * batch in place, one behind the other.
 *
 * <pre>
 *   StageParameters   how it is made: a record, serializable, with its digest text
 *   StageKind         its number in state and its name in configuration
 *   EventStage        the model: open, process, close; state in pages
 *   StageOutput       what it finds besides: FeatureValue, Condition, records of other packages
 * </pre>
 *
 * <p>Start with {@link org.saccade.operators.stage.EventStage}.
 */
package org.saccade.operators.stage;
