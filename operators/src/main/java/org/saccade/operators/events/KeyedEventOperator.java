package org.saccade.operators.events;

import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;
import org.apache.flink.util.OutputTag;
import org.saccade.operators.state.Ending;
import org.saccade.operators.state.WriteBehindOperator;
import org.saccade.schemas.DeadLetter;
import org.saccade.schemas.EventPacket;
import org.saccade.schemas.Feature;
import org.saccade.schemas.Flow;
import org.saccade.schemas.Frame;
import org.saccade.schemas.StreamHealth;
import org.saccade.schemas.Track;
import org.saccade.schemas.batch.EventBatch;
import org.saccade.schemas.flink.RecordTypeInfo;
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
      new OutputTag<>("features", new RecordTypeInfo<>(Feature.class));

  /** Pictures of slices, time surfaces. */
  public static final OutputTag<Frame> FRAMES =
      new OutputTag<>("frames", new RecordTypeInfo<>(Frame.class));

  /** Optical flow of slices. */
  public static final OutputTag<Flow> FLOW =
      new OutputTag<>("flow", new RecordTypeInfo<>(Flow.class));

  /** Things that move. */
  public static final OutputTag<Track> TRACKS =
      new OutputTag<>("tracks", new RecordTypeInfo<>(Track.class));

  /** Gaps, duplicates, late packets, resets of the clock, trouble with payloads, summaries. */
  public static final OutputTag<StreamHealth> HEALTH =
      new OutputTag<>("stream-health", new RecordTypeInfo<>(StreamHealth.class));

  /** Packets that could not be used. */
  public static final OutputTag<DeadLetter> DEAD_LETTERS =
      new OutputTag<>("dead-letters", new RecordTypeInfo<>(DeadLetter.class));

  /** Type of the filtered packets. */
  public static final RecordTypeInfo<EventPacket> OUTPUT = new RecordTypeInfo<>(EventPacket.class);

  private static final long serialVersionUID = 1L;

  private final EventStreamParameters parameters;
  private final String uid;
  private transient EventBatch batch;
  private transient EventCounters counters;
  private transient EventRecords records;

  /**
   * @param uid the operator's uid in the job; part of the ids of its outputs
   */
  public KeyedEventOperator(EventStreamParameters parameters, String uid) {
    super(parameters.cacheBytes(), parameters.expiry().toMillis(), parameters.idle().toMillis());
    this.parameters = parameters;
    this.uid = uid;
  }

  @Override
  public void open() throws Exception {
    super.open();
    batch = new EventBatch(1 << 14);
    counters = new EventCounters(getMetricGroup(), EventChain.names(parameters.chain()));
    records =
        new EventRecords(uid, parameters.digest(), getRuntimeContext().getJobInfo().getJobName());
  }

  @Override
  protected EventStream create(String key) {
    return new EventStream(key, parameters, records, new Side(), batch);
  }

  @Override
  protected void process(EventStream stream, RawEventPacket packet) {
    counters.packetsIn.inc();
    stream.offer(packet);
  }

  @Override
  protected void end(EventStream stream, Ending why) {
    stream.end(why);
  }

  @Override
  protected void silent(EventStream stream) {
    stream.silent();
  }

  /** Records go out without a time stamp of Flink's: sensor time is no Unix time. */
  private final class Side implements EventOutputs {
    @Override
    public void decoded(int events) {
      counters.eventsIn.inc(events);
    }

    @Override
    public void packet(EventPacket packet) {
      counters.packetsOut.inc();
      counters.eventsKept.inc(packet.getCount());
      output.collect(new StreamRecord<>(packet));
    }

    @Override
    public void dropped(String stage, int events) {
      counters.dropped(stage, events);
    }

    @Override
    public <R> void record(OutputTag<R> tag, R record) {
      counters.record(tag.getId());
      output.collect(tag, new StreamRecord<>(record));
    }

    @Override
    public void health(StreamHealth health) {
      counters.count(health);
      output.collect(HEALTH, new StreamRecord<>(health));
    }

    @Override
    public void deadLetter(DeadLetter letter) {
      counters.deadLetters.inc();
      output.collect(DEAD_LETTERS, new StreamRecord<>(letter));
    }
  }
}
