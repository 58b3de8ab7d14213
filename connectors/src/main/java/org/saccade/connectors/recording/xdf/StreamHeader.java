package org.saccade.connectors.recording.xdf;

import java.util.List;
import org.saccade.schemas.packet.SampleChannel;

/**
 * What a stream says of itself.
 *
 * @param id its number in the file's chunks
 * @param name of the stream
 * @param type what it streams: {@code EEG}, {@code Markers}, …
 * @param host computer that streamed it; empty: not told
 * @param channels at least one
 * @param rate nominal samples a second; 0: none that is fixed
 * @param format of its values
 * @param dropsSamples whether it says that samples may be missing
 */
record StreamHeader(
    long id,
    String name,
    String type,
    String host,
    List<SampleChannel> channels,
    double rate,
    ValueFormat format,
    boolean dropsSamples) {

  StreamHeader {
    channels = List.copyOf(channels);
  }

  /** Whether it is samples of a rate; else its samples are markers. */
  boolean isSampled() {
    return rate > 0 && format != ValueFormat.STRING;
  }

  /** Nominal seconds between two samples; 0: none that are fixed. */
  double period() {
    return rate > 0 ? 1 / rate : 0;
  }
}
