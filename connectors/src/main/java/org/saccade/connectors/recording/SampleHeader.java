package org.saccade.connectors.recording;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.saccade.schemas.SampleEncoding;
import org.saccade.schemas.packet.SampleChannel;
import org.saccade.schemas.packet.SampleRate;

/**
 * What a sampled recording says of itself.
 *
 * @param format name of the format
 * @param channels its channels, all of one rate
 * @param rate samples a second
 * @param encoding the smallest that holds its stored values
 * @param epochMicros Unix time of sensor time 0 where the recording says, else null
 * @param fields header lines by key, in the order of the file
 */
public record SampleHeader(
    String format,
    List<SampleChannel> channels,
    SampleRate rate,
    SampleEncoding encoding,
    Long epochMicros,
    Map<String, String> fields) {
  public SampleHeader {
    channels = List.copyOf(channels);
    fields = Collections.unmodifiableMap(new LinkedHashMap<>(fields));
  }
}
