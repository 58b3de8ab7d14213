package org.saccade.connectors.recording;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.saccade.schemas.codec.ViolationCounts;

/**
 * What a recording says of itself before its first event.
 *
 * @param format name of the format
 * @param width columns of the sensor; 0 where neither the recording nor the caller says
 * @param height rows of the sensor; 0 where neither the recording nor the caller says
 * @param fields header lines by key, in the order and with the values of the file; for text the
 *     layout that was found
 * @param dataOffset position of the first byte behind the header
 * @param epochMicros Unix time of sensor time 0 where the recording says, else null
 * @param violations header lines that were missing and inferred
 */
public record RecordingHeader(
    String format,
    int width,
    int height,
    Map<String, String> fields,
    long dataOffset,
    Long epochMicros,
    ViolationCounts violations) {

  public RecordingHeader {
    if (width < 0 || height < 0 || dataOffset < 0) {
      throw new IllegalArgumentException(
          "geometry %dx%d and data offset %d must not be negative"
              .formatted(width, height, dataOffset));
    }
    fields = Collections.unmodifiableMap(new LinkedHashMap<>(fields));
  }

  /** A header that says nothing but the geometry, for recordings made here. */
  public static RecordingHeader of(String format, int width, int height) {
    return new RecordingHeader(format, width, height, Map.of(), 0, null, new ViolationCounts());
  }

  public boolean hasGeometry() {
    return width > 0 && height > 0;
  }

  /** The same header with another geometry. */
  public RecordingHeader withGeometry(int newWidth, int newHeight) {
    return new RecordingHeader(
        format, newWidth, newHeight, fields, dataOffset, epochMicros, violations);
  }
}
