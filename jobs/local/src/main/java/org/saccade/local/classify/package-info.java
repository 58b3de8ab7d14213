/**
 * How often a model is right on labelled recordings, by the operator that works on streams.
 *
 * <pre>
 *   labelled clips ─▶ packets, a stream a clip ─▶ the spikepoint job ─▶ votes ─▶ figures
 * </pre>
 *
 * <p>Start with {@link org.saccade.local.classify.SpikePointEvaluation}.
 */
package org.saccade.local.classify;
