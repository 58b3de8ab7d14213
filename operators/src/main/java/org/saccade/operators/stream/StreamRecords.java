package org.saccade.operators.stream;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.saccade.schemas.DeadLetter;
import org.saccade.schemas.DeadLetterReason;
import org.saccade.schemas.HealthKind;
import org.saccade.schemas.HealthState;
import org.saccade.schemas.Id;
import org.saccade.schemas.Provenance;
import org.saccade.schemas.StreamHealth;
import org.saccade.schemas.packet.Origin;
import org.saccade.schemas.packet.RawPacket;
import org.saccade.schemas.wire.OutputIds;

/** Makes an operator's output records, each with its id and provenance. */
public final class StreamRecords {
  /** Most bytes of a dead letter's value. */
  static final int MAX_DEAD_LETTER_BYTES = 1 << 20;

  private final OutputIds ids = new OutputIds();
  private final String uid;
  private final String configuration;
  private final String job;

  /**
   * @param uid the operator's uid in the job
   * @param configuration digest of what the outputs depend on
   * @param job name that dead letters carry
   */
  public StreamRecords(String uid, String configuration, String job) {
    this.uid = uid;
    this.configuration = configuration;
    this.job = job;
  }

  /** First 16 hexadecimal digits of SHA-256 over what the outputs depend on. */
  public static String digest(String decisive) {
    try {
      byte[] hash =
          MessageDigest.getInstance("SHA-256").digest(decisive.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(hash, 0, 8);
    } catch (NoSuchAlgorithmException e) {
      throw new AssertionError("every Java platform has SHA-256", e);
    }
  }

  /**
   * A record that closes has the id of the one that opened with the same start and ordinal, whose
   * end was its start.
   */
  StreamHealth health(
      PacketContext at,
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

  DeadLetter deadLetter(RawPacket packet, DeadLetterReason reason, String message) {
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

  private Id id(String type, PacketContext at, String session, long start, long end, long ordinal) {
    return id(type, at, session, "", start, end, ordinal);
  }

  private Id id(
      String type,
      PacketContext at,
      String session,
      String model,
      long start,
      long end,
      long ordinal) {
    return new Id(
        ids.id(type, at.stream(), session, uid, model, configuration, start, end, ordinal));
  }

  /**
   * Of what a model said.
   *
   * @param model its digest; part of the id
   */
  Provenance provenance(
      String type,
      PacketContext at,
      String session,
      String model,
      long start,
      long end,
      long ordinal) {
    Provenance provenance = provenance(type, at, session, start, end, ordinal);
    provenance.setId(id(type, at, session, model, start, end, ordinal));
    provenance.setModel(model);
    return provenance;
  }

  /**
   * @param type name of the record's schema
   * @param ordinal tells apart what has the same type, session, start and end
   */
  Provenance provenance(
      String type, PacketContext at, String session, long start, long end, long ordinal) {
    Origin origin = at.origin();
    return new Provenance(
        id(type, at, session, start, end, ordinal),
        at.stream(),
        session,
        start,
        end,
        at.epoch(),
        uid,
        "",
        configuration,
        origin.topic(),
        origin.partition(),
        origin.offset(),
        origin.offset());
  }
}
