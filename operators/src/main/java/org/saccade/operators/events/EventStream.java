package org.saccade.operators.events;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import org.saccade.operators.events.EventRecords.Context;
import org.saccade.operators.paged.Page;
import org.saccade.operators.paged.PageForm;
import org.saccade.operators.paged.PageSink;
import org.saccade.operators.paged.Paged;
import org.saccade.operators.sequence.PacketForm;
import org.saccade.operators.sequence.SequenceEvent;
import org.saccade.operators.sequence.SequenceListener;
import org.saccade.operators.sequence.SequenceTracker;
import org.saccade.operators.sequence.SessionCounts;
import org.saccade.operators.stage.Condition;
import org.saccade.operators.stage.StageOutput;
import org.saccade.operators.state.Ending;
import org.saccade.schemas.DeadLetterReason;
import org.saccade.schemas.HealthKind;
import org.saccade.schemas.HealthState;
import org.saccade.schemas.batch.EventBatch;
import org.saccade.schemas.codec.MalformedPayloadException;
import org.saccade.schemas.codec.Violation;
import org.saccade.schemas.codec.ViolationCounts;
import org.saccade.schemas.packet.Origin;
import org.saccade.schemas.packet.PayloadDecoder;
import org.saccade.schemas.packet.RawEventPacket;
import org.saccade.schemas.wire.EventPackets;

/**
 * One stream of events: order, decoding, guard, chain of stages, and all of their state.
 *
 * <pre>
 *   page 0                        order, decoder, session
 *   page k &lt;&lt; 24 | i &lt;&lt; 20 | n  page n of the i-th stage of kind k
 * </pre>
 */
public final class EventStream
    implements Paged, SequenceListener<RawEventPacket>, EventChain.Listener {
  static final int VERSION = 3;

  private static final Violation[] KINDS = Violation.values();
  private static final int FIXED_BYTES = 4096;

  private final String stream;
  private final EventRecords records;
  private final EventOutputs outputs;
  private final EventBatch batch;
  private final SequenceTracker<RawEventPacket> tracker;
  private final PayloadDecoder decoder = new PayloadDecoder();
  private final EventChain chain;
  private Context at;
  private EventSession session;
  private String endedBy = "session";
  private long idles;
  private boolean idle;

  /**
   * @param batch where packets are decoded; shared by the streams of one thread
   */
  EventStream(
      String stream,
      EventStreamParameters parameters,
      EventRecords records,
      EventOutputs outputs,
      EventBatch batch) {
    this.stream = stream;
    this.records = records;
    this.outputs = outputs;
    this.batch = batch;
    this.chain = new EventChain(parameters.chain(), this);
    this.at = new Context(stream, RawEventPacket.NO_EPOCH, Origin.file(0));
    this.tracker = new SequenceTracker<>(parameters.order(), new Form(), this);
  }

  /** Takes the stream's next packet. */
  void offer(RawEventPacket packet) {
    endIdle("packets come again");
    at = Context.of(packet);
    tracker.offer(packet);
  }

  /** Gives what waits and what is open. */
  void end(Ending why) {
    endIdle("the stream ends");
    endedBy = why == Ending.EXPIRED ? "expired" : "end_of_input";
    tracker.endOfInput();
    endedBy = "session";
  }

  /** The machine's clock says that nothing came for a while. */
  void silent() {
    if (!idle && tracker.session() != null) {
      idle = true;
      idle(HealthState.OPEN, "no packet for the configured time of the machine's clock");
    }
  }

  private void endIdle(String detail) {
    if (idle) {
      idle(HealthState.CLOSED, detail);
      idle = false;
      idles++;
    }
  }

  /** Idle records are numbered apart, so that they change no other record's id. */
  private void idle(HealthState state, String detail) {
    long time = tracker.lastEnd();
    outputs.health(
        records.health(
            at, tracker.session(), HealthKind.IDLE, state, time, time, 1, -1 - idles, detail));
  }

  @Override
  public void open(String name, RawEventPacket first) {
    session = new EventSession(first.width(), first.height(), first.timeBase());
    decoder.forget();
    chain.open(session.width, session.height);
  }

  @Override
  public void clockReset(RawEventPacket packet) {
    chain.close();
    chain.open(session.width, session.height);
    session.resetClock();
    decoder.forget();
  }

  @Override
  public void close(String name, boolean byLast, SessionCounts counts) {
    chain.close();
    closeConditions();
    tell(
        HealthKind.SUMMARY,
        session.firstTime,
        tracker.lastEnd(),
        counts.accepted(),
        session.summary(counts, byLast ? "last" : endedBy));
    session = null;
  }

  @Override
  public void health(SequenceEvent event) {
    outputs.health(records.health(at, event));
  }

  @Override
  public void accept(RawEventPacket packet, boolean afterGap) {
    at = Context.of(packet);
    if (afterGap) {
      decoder.forget();
    }
    if (packet.width() != session.width || packet.height() != session.height) {
      refuse(
          packet,
          DeadLetterReason.INVALID_FIELD,
          String.format(
              "frame %dx%d in packet %d, but the session began with %dx%d;"
                  + " open a new session for another geometry",
              packet.width(), packet.height(), packet.sequence(), session.width, session.height));
      return;
    }
    try {
      decoder.decode(packet, batch);
      checkTimes(packet);
    } catch (MalformedPayloadException e) {
      refuse(packet, DeadLetterReason.MALFORMED_PAYLOAD, e.getMessage());
      return;
    }
    session.eventsIn += batch.size();
    outputs.decoded(batch.size());
    session.guard().apply(batch, 0);
    count(decoder.violations(), packet);
    count(session.guard().violations(), packet);
    chain.process(batch, packet.timeEnd());
    session.eventsKept += batch.size();
    outputs.packet(records.packet(packet, chain.geometry(), batch));
  }

  /** Times are computed with freely behind this: their differences must not overflow. */
  private void checkTimes(RawEventPacket packet) throws MalformedPayloadException {
    long[] t = batch.t();
    int n = batch.size();
    // Without a compare an event: no bit from 2^60 on differs from the sign in any of them.
    long wide = 0;
    for (int i = 0; i < n; i++) {
      wide |= t[i] ^ t[i] >> 63;
    }
    if (wide < EventPackets.MAX_TIME) {
      return;
    }
    long min = 0;
    long max = 0;
    for (int i = 0; i < n; i++) {
      min = Math.min(min, t[i]);
      max = Math.max(max, t[i]);
    }
    if (min < -EventPackets.MAX_TIME || max > EventPackets.MAX_TIME) {
      throw new MalformedPayloadException(
          "packet "
              + packet.sequence()
              + " has events from t="
              + min
              + " to "
              + max
              + ", expected times within ±2^60 µs");
    }
  }

  /** A packet that cannot be used: downstream it is missing, but the session still ends. */
  private void refuse(RawEventPacket packet, DeadLetterReason reason, String message) {
    session.deadLetters++;
    decoder.forget();
    decoder.violations().clear();
    outputs.deadLetter(records.deadLetter(packet, reason, message));
    tell(HealthKind.DECODER, packet.timeBase(), packet.timeEnd(), 1, message);
    if (packet.last()) {
      outputs.packet(records.packet(packet, chain.geometry(), null));
    }
  }

  /** The first violation of each kind in a session is told at once, all of them in its summary. */
  private void count(ViolationCounts found, RawEventPacket packet) {
    if (found.isEmpty()) {
      return;
    }
    for (Violation kind : KINDS) {
      if (found.get(kind) > 0 && session.violations.get(kind) == 0) {
        tell(
            HealthKind.DECODER,
            packet.timeBase(),
            packet.timeEnd(),
            found.get(kind),
            String.format(
                "packet %d: %d %s", packet.sequence(), found.get(kind), kind.description()));
      }
    }
    session.violations.add(found);
    found.clear();
  }

  private void tell(HealthKind kind, long start, long end, long count, String detail) {
    outputs.health(
        records.health(
            at,
            tracker.session(),
            kind,
            HealthState.POINT,
            start,
            end,
            count,
            tracker.takeOrdinal(),
            detail));
  }

  @Override
  public void dropped(String stage, int events) {
    session.dropped.merge(stage, (long) events, Long::sum);
    outputs.dropped(stage, events);
  }

  @Override
  public void put(int stage, StageOutput output) {
    if (output instanceof Condition condition) {
      condition(stage, condition);
    } else {
      record(OutputRow.of(output), output);
    }
  }

  private <O extends StageOutput> void record(OutputRow<O, ?> row, O output) {
    long ordinal = session.takeOrdinal(row.title());
    String type = row.type().getSimpleName();
    row.give(
        output,
        records.provenance(type, at, tracker.session(), output.start(), output.end(), ordinal),
        outputs);
  }

  private void condition(int stage, Condition c) {
    HealthKind kind = HealthKind.valueOf(c.kind().name());
    OpenConditions.Key key = new OpenConditions.Key(stage, c.kind());
    switch (c.state()) {
      case POINT -> tell(kind, c.start(), c.end(), c.count(), c.detail());
      case OPEN -> {
        OpenConditions.Open open = new OpenConditions.Open(c.start(), tracker.takeOrdinal());
        session.conditions.open(key, open);
        condition(kind, HealthState.OPEN, open, c.start(), c.count(), c.detail());
      }
      case CLOSED ->
          condition(
              kind,
              HealthState.CLOSED,
              session.conditions.close(key),
              c.end(),
              c.count(),
              c.detail());
    }
  }

  private void condition(
      HealthKind kind,
      HealthState state,
      OpenConditions.Open open,
      long end,
      long count,
      String detail) {
    outputs.health(
        records.health(
            at, tracker.session(), kind, state, open.start(), end, count, open.ordinal(), detail));
  }

  /** Those whose stage is in the chain no more: another release, another configuration. */
  private void closeConditions() {
    for (OpenConditions.Key key : session.conditions.left()) {
      condition(
          HealthKind.valueOf(key.kind().name()),
          HealthState.CLOSED,
          session.conditions.close(key),
          tracker.lastEnd(),
          0,
          "the stage that told it is in the chain no more");
    }
  }

  @Override
  public long bytes() {
    return FIXED_BYTES + tracker.waitingBytes() + chain.bytes();
  }

  @Override
  public void flush(PageSink sink) {
    sink.put(0, PageForm.page(VERSION, this::write));
    chain.flush(sink);
  }

  @Override
  public void restore(int number, Page page) {
    if (number == 0) {
      PageForm.read("stream " + stream, page, VERSION, in -> read(in, page.version()));
    } else {
      chain.restore(number, page);
    }
  }

  private void write(DataOutput out) throws IOException {
    tracker.write(out);
    byte[] state = decoder.state();
    out.writeByte(state.length);
    out.write(state);
    out.writeLong(at.epochMicros());
    out.writeUTF(at.origin().topic());
    out.writeInt(at.origin().partition());
    out.writeLong(at.origin().offset());
    out.writeLong(at.origin().timestampMillis());
    out.writeBoolean(session != null);
    if (session != null) {
      session.write(out);
    }
    out.writeLong(idles);
    out.writeBoolean(idle);
  }

  private void read(DataInput in, int version) throws IOException {
    tracker.read(in);
    byte[] state = new byte[in.readUnsignedByte()];
    in.readFully(state);
    decoder.restore(state);
    at =
        new Context(
            stream,
            in.readLong(),
            new Origin(in.readUTF(), in.readInt(), in.readLong(), in.readLong()));
    session = in.readBoolean() ? EventSession.read(in, version) : null;
    if (session != null) {
      chain.open(session.width, session.height);
    }
    idles = in.readLong();
    idle = in.readBoolean();
  }

  /** How a waiting packet is kept. */
  private static final class Form implements PacketForm<RawEventPacket> {
    private static final int FIELDS_BYTES = 512;

    @Override
    public void write(RawEventPacket packet, DataOutput out) throws IOException {
      packet.write(out);
    }

    @Override
    public RawEventPacket read(DataInput in) throws IOException {
      return RawEventPacket.read(in);
    }

    @Override
    public long bytes(RawEventPacket packet) {
      return FIELDS_BYTES + (long) packet.record().length;
    }
  }
}
