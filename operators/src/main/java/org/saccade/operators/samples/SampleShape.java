package org.saccade.operators.samples;

import java.util.List;
import org.saccade.schemas.packet.SampleChannel;
import org.saccade.schemas.packet.SampleRate;

/**
 * What all packets of a session have in common.
 *
 * @param channels in the order of the payload
 */
public record SampleShape(List<SampleChannel> channels, SampleRate rate) {
  public SampleShape {
    channels = List.copyOf(channels);
  }
}
