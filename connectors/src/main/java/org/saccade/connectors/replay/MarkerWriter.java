package org.saccade.connectors.replay;

import java.util.regex.Pattern;
import org.saccade.connectors.recording.RecordingMarker;
import org.saccade.schemas.Marker;
import org.saccade.schemas.MarkerKind;
import org.saccade.schemas.wire.RecordCodec;
import org.saccade.schemas.wire.StreamMarkers;

/** Trigger edges and annotations of one session as the values of marker records. */
public final class MarkerWriter {
  private static final Pattern CODE = Pattern.compile("-?[0-9]{1,18}");

  private final RecordCodec<Marker> codec = new RecordCodec<>(Marker.class);
  private final String stream;
  private final String session;
  private final Long epochMicros;
  private long sequence;

  /**
   * @param epochMicros Unix time of sensor time 0; null: not known
   */
  public MarkerWriter(String stream, String session, Long epochMicros) {
    this.stream = stream;
    this.session = session;
    this.epochMicros = epochMicros;
  }

  /** The record of one edge: its input as code, its value (1 rising) as value. */
  byte[] write(long t, int id, int value) {
    return codec.encode(marker(t, id, value));
  }

  /** The same record, not yet as bytes. */
  Marker marker(long t, int id, int value) {
    return new Marker(
        stream,
        session,
        sequence++,
        epochMicros,
        t,
        0L,
        MarkerKind.TRIGGER,
        (long) id,
        (long) value,
        "");
  }

  /**
   * The record of an annotation; one whose text is a whole number has that as its code too. What is
   * longer than a marker may be is cut.
   */
  public byte[] write(RecordingMarker marker) {
    String text = marker.text();
    boolean number = CODE.matcher(text).matches();
    return codec.encode(
        new Marker(
            stream,
            session,
            sequence++,
            epochMicros,
            marker.micros(),
            marker.durationMicros(),
            MarkerKind.ANNOTATION,
            number ? Long.valueOf(text) : null,
            null,
            text.length() > StreamMarkers.MAX_TEXT
                ? text.substring(0, StreamMarkers.MAX_TEXT)
                : text));
  }
}
