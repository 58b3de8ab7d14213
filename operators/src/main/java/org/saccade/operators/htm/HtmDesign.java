package org.saccade.operators.htm;

import java.util.Objects;
import org.saccade.operators.htm.encoder.RecordEncoder;

/** What models of equal parameters share: the parameters, and the potential pools they give. */
public final class HtmDesign {
  final HtmParameters parameters;
  final PotentialPools pools;
  final int inputs;
  private final int values;

  /** A design for records of one value. */
  public HtmDesign(HtmParameters parameters) {
    this(parameters, 1);
  }

  /**
   * @param values number of values a record
   */
  public HtmDesign(HtmParameters parameters, int values) {
    this.parameters = Objects.requireNonNull(parameters, "parameters");
    this.values = values;
    inputs = parameters.encoder().encoder(1, values).size();
    pools = new PotentialPools(parameters.pooler(), inputs);
  }

  public HtmParameters parameters() {
    return parameters;
  }

  RecordEncoder encoder(double resolution) {
    return parameters.encoder().encoder(resolution, values);
  }

  /**
   * A model that has learnt nothing.
   *
   * @param resolution difference of values from which they count as different; above 0
   */
  public Htm model(double resolution) {
    return new Htm(this, resolution);
  }
}
