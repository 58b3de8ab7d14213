package org.saccade.operators.signal.chain;

import java.util.List;
import org.saccade.operators.signal.Samples;
import org.saccade.schemas.packet.SampleRate;

/**
 * What a signal is: its channels, and how often they are sampled.
 *
 * @param leads at least one
 */
public record SignalShape(List<Lead> leads, SampleRate rate) {
  public SignalShape {
    leads = List.copyOf(leads);
    Samples.channels(leads.size());
  }

  /** How many channels. */
  public int channels() {
    return leads.size();
  }

  /** Names of the channels, in their order. */
  public List<String> names() {
    return leads.stream().map(Lead::name).toList();
  }
}
