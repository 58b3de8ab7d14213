package org.saccade.operators.htm;

import java.io.Serializable;

/**
 * The spatial pooler's parameters, in NuPIC's terms. Permanences are kept in steps of {@value
 * #STEP_TEXT}, increments are rounded to whole steps.
 *
 * @param columns number of columns, 64 to 65,536
 * @param activeColumns columns that win at every record
 * @param potentialPct part of the inputs that a column may connect to, above 0, at most 1
 * @param permanenceInc what a winner's synapse on an active input gains
 * @param permanenceDec what a winner's synapse on an inactive input loses
 * @param connected permanence from which a synapse counts
 * @param minPctOverlapDutyCycle a column that overlaps with the input less often than this part of
 *     the most often overlapping one has all its permanences raised; 0: never
 * @param seed of the potential pools and first permanences
 */
public record SpatialPoolerParameters(
    int columns,
    int activeColumns,
    double potentialPct,
    double permanenceInc,
    double permanenceDec,
    double connected,
    double minPctOverlapDutyCycle,
    long seed)
    implements Serializable {

  /** Steps of permanence from 0 to 1. */
  static final int ONE = 20_000;

  static final String STEP_TEXT = "1/20,000";

  private static final long serialVersionUID = 1L;

  public SpatialPoolerParameters {
    Checks.range("columns", columns, 64, 1 << 16);
    Checks.range("activeColumns", activeColumns, 1, columns);
    Checks.part("potentialPct", potentialPct);
    Checks.part("permanenceInc", permanenceInc);
    Checks.part("permanenceDec", permanenceDec);
    Checks.part("connected", connected);
    Checks.zeroOrPart("minPctOverlapDutyCycle", minPctOverlapDutyCycle);
  }
}
