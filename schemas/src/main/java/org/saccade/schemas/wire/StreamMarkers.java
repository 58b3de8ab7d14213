package org.saccade.schemas.wire;

import java.util.function.IntFunction;
import org.apache.avro.Schema;
import org.saccade.schemas.DeadLetterReason;
import org.saccade.schemas.Marker;
import org.saccade.schemas.packet.Origin;
import org.saccade.schemas.packet.RawPacket;
import org.saccade.schemas.packet.StreamMarker;

/**
 * Markers from the wire, each field checked against its bound.
 *
 * <p>Not thread-safe: one an operator.
 */
public final class StreamMarkers {
  /** Most characters of a text: a marker is a word or a sentence, no document. */
  public static final int MAX_TEXT = 4096;

  private final RecordCodec<Marker> codec;

  /**
   * @param registry gives the writer's schema of a Confluent-framed record; null: such records are
   *     rejected
   */
  public StreamMarkers(IntFunction<Schema> registry) {
    codec = new RecordCodec<>(Marker.class, registry);
  }

  /**
   * Reads a marker.
   *
   * @throws RejectedRecordException if it is none, or a field is out of its bound
   */
  public StreamMarker read(byte[] value, Origin origin) throws RejectedRecordException {
    return of(codec.decode(value), origin);
  }

  /**
   * A record as a marker.
   *
   * @throws RejectedRecordException if a field is out of its bound
   */
  public static StreamMarker of(Marker marker, Origin origin) throws RejectedRecordException {
    length("stream", marker.getStream(), 1, EventPackets.MAX_NAME);
    length("session", marker.getSession(), 1, EventPackets.MAX_NAME);
    length("text", marker.getText(), 0, MAX_TEXT);
    within("sequence", marker.getSequence(), 0, Long.MAX_VALUE - 1);
    within("time", marker.getTime(), -EventPackets.MAX_TIME, EventPackets.MAX_TIME);
    within("duration", marker.getDuration(), 0, EventPackets.MAX_TIME);
    Long epoch = marker.getEpochMicros();
    if (epoch != null) {
      within("epochMicros", epoch, -EventPackets.MAX_TIME, EventPackets.MAX_TIME);
    }
    return new StreamMarker(
        marker.getStream(),
        marker.getSession(),
        marker.getSequence(),
        epoch == null ? RawPacket.NO_EPOCH : epoch,
        marker.getTime(),
        marker.getDuration(),
        marker.getKind(),
        marker.getCode(),
        marker.getValue(),
        marker.getText(),
        origin);
  }

  private static void length(String field, String text, int min, int max)
      throws RejectedRecordException {
    if (text.length() < min || text.length() > max) {
      throw invalid(
          field + " of " + text.length() + " characters: must have " + min + " to " + max);
    }
  }

  private static void within(String field, long value, long min, long max)
      throws RejectedRecordException {
    if (value < min || value > max) {
      throw invalid(field + "=" + value + " must be between " + min + " and " + max);
    }
  }

  private static RejectedRecordException invalid(String message) {
    return new RejectedRecordException(DeadLetterReason.INVALID_FIELD, message);
  }
}
