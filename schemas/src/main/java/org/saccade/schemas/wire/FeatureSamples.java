package org.saccade.schemas.wire;

import java.util.function.IntFunction;
import org.apache.avro.Schema;
import org.saccade.schemas.DeadLetterReason;
import org.saccade.schemas.Feature;
import org.saccade.schemas.Provenance;
import org.saccade.schemas.packet.FeatureSample;
import org.saccade.schemas.packet.Origin;
import org.saccade.schemas.packet.RawEventPacket;

/**
 * Values of features from the wire, each field checked against its bound.
 *
 * <p>Not thread-safe: one an operator.
 */
public final class FeatureSamples {
  private final RecordCodec<Feature> codec;

  /**
   * @param registry gives the writer's schema of a Confluent-framed record; null: such records are
   *     rejected
   */
  public FeatureSamples(IntFunction<Schema> registry) {
    codec = new RecordCodec<>(Feature.class, registry);
  }

  /**
   * Reads a value.
   *
   * @throws RejectedRecordException if it is no feature, or a field is out of its bound
   */
  public FeatureSample read(byte[] value, Origin origin) throws RejectedRecordException {
    return of(codec.decode(value), origin);
  }

  /**
   * A record as a value.
   *
   * @throws RejectedRecordException if a field is out of its bound
   */
  public static FeatureSample of(Feature feature, Origin origin) throws RejectedRecordException {
    name("stream", feature.getStream());
    name("session", feature.getSession());
    name("name", feature.getName());
    if (Math.abs(feature.getTime()) > EventPackets.MAX_TIME) {
      throw invalid(
          "time=" + feature.getTime() + " must be between ±" + EventPackets.MAX_TIME + " µs");
    }
    Provenance from = feature.getProvenance();
    String source = from == null ? "" : from.getOperator();
    if (source.length() > EventPackets.MAX_NAME) {
      throw invalid(
          "operator of "
              + source.length()
              + " characters: at most "
              + EventPackets.MAX_NAME
              + " are read");
    }
    Long epoch = from == null ? null : from.getEpochMicros();
    if (epoch != null && Math.abs(epoch) > EventPackets.MAX_TIME) {
      throw invalid("epochMicros=" + epoch + " must be between ±" + EventPackets.MAX_TIME);
    }
    return new FeatureSample(
        feature.getStream(),
        feature.getName(),
        source,
        feature.getSession(),
        feature.getTime(),
        epoch == null ? RawEventPacket.NO_EPOCH : epoch,
        feature.getValue(),
        origin);
  }

  private static void name(String field, String text) throws RejectedRecordException {
    if (text.isEmpty() || text.length() > EventPackets.MAX_NAME) {
      throw invalid(
          field + " of " + text.length() + " characters: must have 1 to " + EventPackets.MAX_NAME);
    }
  }

  private static RejectedRecordException invalid(String message) {
    return new RejectedRecordException(DeadLetterReason.INVALID_FIELD, message);
  }
}
