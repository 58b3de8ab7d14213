package org.saccade.operators.samples;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import org.saccade.schemas.DeadLetter;
import org.saccade.schemas.DeadLetterReason;
import org.saccade.schemas.HealthKind;
import org.saccade.schemas.HealthState;
import org.saccade.schemas.Id;
import org.saccade.schemas.Provenance;
import org.saccade.schemas.StreamHealth;
import org.saccade.schemas.packet.Origin;
import org.saccade.schemas.packet.RawEventPacket;
import org.saccade.schemas.packet.RawSamplePacket;
import org.saccade.schemas.wire.OutputIds;

/** Makes the records of a keyed stream of samples, each with its id and provenance. */
final class SampleRecords {
  private static final int MAX_DEAD_LETTER_BYTES = 1 << 20;

  private final OutputIds ids = new OutputIds();
  private final String uid;
  private final String configuration;
  private final String job;

  SampleRecords(String uid, String configuration, String job) {
    this.uid = uid;
    this.configuration = configuration;
    this.job = job;
  }

  /** The packet that an output comes from, less its payload. */
  record Context(String stream, long epochMicros, Origin origin) {
    static Context of(RawSamplePacket packet) {
      return new Context(packet.stream(), packet.epochMicros(), packet.origin());
    }
  }

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
    return new StreamHealth(
        provenance("StreamHealth", at, session, start, end, ordinal), kind, state, count, detail);
  }

  DeadLetter deadLetter(RawSamplePacket packet, DeadLetterReason reason, String message) {
    byte[] record = packet.record();
    boolean cut = record.length > MAX_DEAD_LETTER_BYTES;
    Origin origin = packet.origin();
    return new DeadLetter(
        origin.topic(),
        origin.partition(),
        origin.offset(),
        origin.timestampMillis(),
        ByteBuffer.wrap(packet.stream().getBytes(StandardCharsets.UTF_8)),
        ByteBuffer.wrap(record, 0, Math.min(record.length, MAX_DEAD_LETTER_BYTES)).slice(),
        reason,
        cut ? message + " (value cut from " + record.length + " bytes)" : message,
        job);
  }

  Provenance provenance(
      String type, Context at, String session, long start, long end, long ordinal) {
    byte[] id = ids.id(type, at.stream(), session, uid, "", configuration, start, end, ordinal);
    Origin origin = at.origin();
    Long epoch = at.epochMicros() == RawEventPacket.NO_EPOCH ? null : (Long) at.epochMicros();
    return new Provenance(
        new Id(id),
        at.stream(),
        session,
        start,
        end,
        epoch,
        uid,
        "",
        configuration,
        origin.topic(),
        origin.partition(),
        origin.offset(),
        origin.offset());
  }
}
