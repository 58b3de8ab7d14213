package org.saccade.operators.events;

import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;
import org.apache.flink.util.OutputTag;
import org.saccade.operators.stream.KeyedPacketOperator;
import org.saccade.operators.stream.PacketStream;
import org.saccade.operators.stream.RawPacketForm;
import org.saccade.operators.stream.StreamRecords;
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
public final class KeyedEventOperator extends KeyedPacketOperator<RawEventPacket, EventPacket> {
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

  /** Type of the filtered packets. */
  public static final RecordTypeInfo<EventPacket> OUTPUT = new RecordTypeInfo<>(EventPacket.class);

  /** Packets of the events at corners, where they are put out beside the stream. */
  public static final OutputTag<EventPacket> CORNERS = new OutputTag<>("corners", OUTPUT);

  private static final long serialVersionUID = 1L;

  private static final RawPacketForm<RawEventPacket> FORM =
      new RawPacketForm<>(RawEventPacket::read);

  private final EventStreamParameters parameters;
  private transient EventBatch batch;
  private transient EventCounters counters;
  private transient FilteredPackets filtered;

  /**
   * @param uid the operator's uid in the job; part of the ids of its outputs
   */
  public KeyedEventOperator(EventStreamParameters parameters, String uid) {
    super(
        uid, parameters.digest(), parameters.cacheBytes(), parameters.expiry(), parameters.idle());
    this.parameters = parameters;
  }

  @Override
  public void open() throws Exception {
    super.open();
    batch = new EventBatch(1 << 14);
    counters = new EventCounters(getMetricGroup(), EventChain.names(parameters.chain()));
    filtered = new FilteredPackets();
  }

  @Override
  protected PacketStream<RawEventPacket> create(String key, StreamRecords records) {
    Events events = new Events();
    return new PacketStream<>(
        key,
        parameters.order(),
        FORM,
        records,
        events,
        report -> new EventContent(parameters, report, events, filtered, batch));
  }

  @Override
  protected void count(StreamHealth health) {
    counters.count(health);
  }

  private final class Events extends Side implements EventOutputs {
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
    public void corners(EventPacket packet) {
      counters.corners.inc(packet.getCount());
      output.collect(CORNERS, new StreamRecord<>(packet));
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
  }
}
