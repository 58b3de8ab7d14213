package org.saccade.operators.events;

import org.apache.flink.util.OutputTag;
import org.saccade.operators.state.Ending;
import org.saccade.operators.state.WriteBehindOperator;
import org.saccade.operators.types.AvroRecordTypeInfo;
import org.saccade.schemas.DeadLetter;
import org.saccade.schemas.EventPacket;
import org.saccade.schemas.Feature;
import org.saccade.schemas.StreamHealth;
import org.saccade.schemas.packet.RawEventPacket;

/**
 * Packets of events, keyed by stream, to filtered packets, rates and what happened to the stream.
 *
 * <pre>
 *   packets.keyBy(RawEventPacket::stream, Types.STRING)
 *       .transform("events", KeyedEventOperator.OUTPUT, new KeyedEventOperator(parameters, uid))
 *       .uid(uid)
 * </pre>
 */
public final class KeyedEventOperator
    extends WriteBehindOperator<RawEventPacket, EventPacket, EventStream> {
  /** Rates, by window. */
  public static final OutputTag<Feature> FEATURES =
      new OutputTag<>("features", new AvroRecordTypeInfo<>(Feature.class));

  /** Gaps, duplicates, late packets, resets of the clock, trouble with payloads, summaries. */
  public static final OutputTag<StreamHealth> HEALTH =
      new OutputTag<>("stream-health", new AvroRecordTypeInfo<>(StreamHealth.class));

  /** Packets that could not be used. */
  public static final OutputTag<DeadLetter> DEAD_LETTERS =
      new OutputTag<>("dead-letters", new AvroRecordTypeInfo<>(DeadLetter.class));

  /** Type of the filtered packets. */
  public static final AvroRecordTypeInfo<EventPacket> OUTPUT =
      new AvroRecordTypeInfo<>(EventPacket.class);

  private static final long serialVersionUID = 1L;

  private final EventStreamParameters parameters;
  private final String uid;

  /**
   * @param uid the operator's uid in the job; part of the ids of its outputs
   */
  public KeyedEventOperator(EventStreamParameters parameters, String uid) {
    super(parameters.cacheBytes(), parameters.expiry().toMillis(), parameters.idle().toMillis());
    this.parameters = parameters;
    this.uid = uid;
  }

  @Override
  protected EventStream create(String key) {
    return new EventStream();
  }

  @Override
  protected void process(EventStream stream, RawEventPacket packet) {
    throw new UnsupportedOperationException(uid + " " + parameters);
  }

  @Override
  protected void end(EventStream stream, Ending why) {
    throw new UnsupportedOperationException(uid + " " + parameters);
  }
}
