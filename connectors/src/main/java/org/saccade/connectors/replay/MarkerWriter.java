package org.saccade.connectors.replay;

import org.saccade.schemas.Marker;
import org.saccade.schemas.MarkerKind;
import org.saccade.schemas.wire.RecordCodec;

/** Trigger edges of one session as the values of marker records. */
final class MarkerWriter {
  private final RecordCodec<Marker> codec = new RecordCodec<>(Marker.class);
  private final String stream;
  private final String session;
  private final Long epochMicros;
  private long sequence;

  MarkerWriter(String stream, String session, Long epochMicros) {
    this.stream = stream;
    this.session = session;
    this.epochMicros = epochMicros;
  }

  /** The record of one edge: its input as code, its value (1 rising) as value. */
  byte[] write(long t, int id, int value) {
    return codec.encode(
        new Marker(
            stream,
            session,
            sequence++,
            epochMicros,
            t,
            0L,
            MarkerKind.TRIGGER,
            (long) id,
            (long) value,
            ""));
  }
}
