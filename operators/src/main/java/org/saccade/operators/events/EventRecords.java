package org.saccade.operators.events;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.saccade.operators.sequence.SequenceEvent;
import org.saccade.operators.stage.Geometry;
import org.saccade.schemas.DeadLetter;
import org.saccade.schemas.DeadLetterReason;
import org.saccade.schemas.EventEncoding;
import org.saccade.schemas.EventPacket;
import org.saccade.schemas.HealthKind;
import org.saccade.schemas.HealthState;
import org.saccade.schemas.Id;
import org.saccade.schemas.Provenance;
import org.saccade.schemas.StreamHealth;
import org.saccade.schemas.batch.EventBatch;
import org.saccade.schemas.codec.ColumnarCodec;
import org.saccade.schemas.packet.Origin;
import org.saccade.schemas.packet.RawEventPacket;
import org.saccade.schemas.wire.OutputIds;

/** Makes the operator's output records, each with its id and provenance. */
final class EventRecords {
  /** Most bytes of a dead letter's value. */
  static final int MAX_DEAD_LETTER_BYTES = 1 << 20;

  private static final ByteBuffer EMPTY = ByteBuffer.allocate(0).asReadOnlyBuffer();

  private final OutputIds ids = new OutputIds();
  private final String uid;
  private final String configuration;
  private final String job;
  private byte[] scratch = new byte[1 << 16];

  EventRecords(String uid, String configuration, String job) {
    this.uid = uid;
    this.configuration = configuration;
    this.job = job;
  }

  /** The batch in place of the packet's payload, columnar; {@code batch} null: no events. */
  EventPacket packet(RawEventPacket packet, Geometry geometry, EventBatch batch) {
    int count = batch == null ? 0 : batch.size();
    ByteBuffer payload = EMPTY;
    if (count > 0) {
      int most = ColumnarCodec.maxBytes(count);
      if (scratch.length < most) {
        scratch = new byte[most];
      }
      int length = ColumnarCodec.encode(batch, 0, count, packet.timeBase(), scratch, 0);
      payload = ByteBuffer.wrap(Arrays.copyOf(scratch, length));
    }
    return new EventPacket(
        packet.stream(),
        packet.session(),
        packet.sequence(),
        packet.timeBase(),
        packet.timeEnd(),
        epoch(packet.epochMicros()),
        geometry.width(),
        geometry.height(),
        EventEncoding.COLUMNAR,
        EMPTY,
        count,
        packet.last(),
        payload);
  }

  StreamHealth health(Context at, SequenceEvent event) {
    HealthKind kind =
        switch (event.kind()) {
          case GAP -> HealthKind.GAP;
          case DUPLICATE -> HealthKind.DUPLICATE;
          case LATE -> HealthKind.LATE;
          case CLOCK_RESET -> HealthKind.CLOCK_RESET;
        };
    return health(
        at,
        event.session(),
        kind,
        HealthState.POINT,
        event.start(),
        event.end(),
        event.count(),
        event.ordinal(),
        event.detail());
  }

  /**
   * A record that closes has the id of the one that opened with the same start and ordinal, whose
   * end was its start.
   */
  StreamHealth health(
      Context at,
      String session,
      HealthKind kind,
      HealthState state,
      long start,
      long end,
      long count,
      long ordinal,
      String detail) {
    Provenance provenance = provenance("StreamHealth", at, session, start, end, ordinal);
    if (state == HealthState.CLOSED) {
      provenance.setId(id("StreamHealth", at, session, start, start, ordinal));
    }
    return new StreamHealth(provenance, kind, state, count, detail);
  }

  DeadLetter deadLetter(RawEventPacket packet, DeadLetterReason reason, String message) {
    byte[] record = packet.record();
    boolean cut = record.length > MAX_DEAD_LETTER_BYTES;
    ByteBuffer value =
        cut ? ByteBuffer.wrap(record, 0, MAX_DEAD_LETTER_BYTES).slice() : ByteBuffer.wrap(record);
    Origin origin = packet.origin();
    return new DeadLetter(
        origin.topic(),
        origin.partition(),
        origin.offset(),
        origin.timestampMillis(),
        ByteBuffer.wrap(packet.stream().getBytes(StandardCharsets.UTF_8)),
        value,
        reason,
        cut ? message + " (value cut from " + record.length + " bytes)" : message,
        job);
  }

  private Id id(String type, Context at, String session, long start, long end, long ordinal) {
    return new Id(ids.id(type, at.stream(), session, uid, "", configuration, start, end, ordinal));
  }

  /**
   * @param type name of the record's schema
   * @param ordinal tells apart what has the same type, session, start and end
   */
  Provenance provenance(
      String type, Context at, String session, long start, long end, long ordinal) {
    Origin origin = at.origin();
    return new Provenance(
        id(type, at, session, start, end, ordinal),
        at.stream(),
        session,
        start,
        end,
        epoch(at.epochMicros()),
        uid,
        "",
        configuration,
        origin.topic(),
        origin.partition(),
        origin.offset(),
        origin.offset());
  }

  private static Long epoch(long epochMicros) {
    return epochMicros == RawEventPacket.NO_EPOCH ? null : epochMicros;
  }

  /** The packet that an output comes from, less its payload. */
  record Context(String stream, long epochMicros, Origin origin) {
    static Context of(RawEventPacket packet) {
      return new Context(packet.stream(), packet.epochMicros(), packet.origin());
    }
  }
}
