package org.saccade.operators.htm;

import java.io.Serializable;

/**
 * The temporal memory's parameters, in NuPIC's terms. Permanences are kept in steps of {@value
 * #STEP_TEXT}.
 *
 * @param cellsPerColumn cells of a column, 1 to 64; columns times cells at most 65,536
 * @param activationThreshold connected synapses on active cells that make a segment active
 * @param minThreshold synapses on active cells, connected or not, that make it matching
 * @param newSynapseCount synapses that a segment grows to, of those that fit the last record
 * @param maxSegmentsPerCell most segments of a cell; then the least recently used gives way
 * @param maxSegments most segments of the model, 1 to 32,768; then the least recently used gives
 *     way
 * @param maxSynapsesPerSegment most synapses of a segment; then the weakest gives way
 * @param initialPermanence of a new synapse
 * @param permanenceInc what a synapse on an active cell gains when its segment was right
 * @param permanenceDec what one on an inactive cell loses then
 * @param predictedSegmentDec what one on an active cell loses when its segment was wrong; may be 0
 * @param connected permanence from which a synapse counts
 * @param seed of the choice among equals
 */
public record TemporalMemoryParameters(
    int cellsPerColumn,
    int activationThreshold,
    int minThreshold,
    int newSynapseCount,
    int maxSegmentsPerCell,
    int maxSegments,
    int maxSynapsesPerSegment,
    double initialPermanence,
    double permanenceInc,
    double permanenceDec,
    double predictedSegmentDec,
    double connected,
    long seed)
    implements Serializable {

  /** Steps of permanence from 0 to 1. */
  static final int ONE = 10_000;

  static final String STEP_TEXT = "1/10,000";

  private static final long serialVersionUID = 1L;

  public TemporalMemoryParameters {
    Checks.range("cellsPerColumn", cellsPerColumn, 1, 64);
    Checks.range("minThreshold", minThreshold, 1, 1 << 15);
    Checks.range("activationThreshold", activationThreshold, minThreshold, 1 << 15);
    Checks.range("maxSynapsesPerSegment", maxSynapsesPerSegment, 1, 1 << 12);
    Checks.range("newSynapseCount", newSynapseCount, 1, maxSynapsesPerSegment);
    Checks.range("maxSegmentsPerCell", maxSegmentsPerCell, 1, 255);
    Checks.range("maxSegments", maxSegments, 1, 1 << 15);
    Checks.part("initialPermanence", initialPermanence);
    Checks.part("permanenceInc", permanenceInc);
    Checks.part("permanenceDec", permanenceDec);
    Checks.zeroOrPart("predictedSegmentDec", predictedSegmentDec);
    Checks.part("connected", connected);
  }
}
