package org.saccade.operators.samples;

import org.saccade.schemas.packet.StreamMarker;

/**
 * A marker among the samples of its session.
 *
 * @param opening number of the {@link SampleStage#open} whose samples it marks, see {@link
 *     StageOutput#opening}
 * @param sample number in the session of the last sample at or before its time; before the
 *     opening's first sample where it came earlier
 * @param on whether that sample has its time; else it lies between two, or outside
 */
public record SampleMarker(long opening, long sample, boolean on, StreamMarker marker) {
  /** Number of the first sample at or after its time. */
  public long next() {
    return on ? sample : sample + 1;
  }

  /** Its text, or its code in decimals. */
  public String label() {
    return marker.label();
  }
}
