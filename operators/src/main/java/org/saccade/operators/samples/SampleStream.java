package org.saccade.operators.samples;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import org.saccade.operators.paged.Page;
import org.saccade.operators.paged.PageForm;
import org.saccade.operators.paged.PageSink;
import org.saccade.operators.paged.Paged;
import org.saccade.operators.samples.SampleRecords.Context;
import org.saccade.operators.sequence.PacketForm;
import org.saccade.operators.sequence.SequenceBounds;
import org.saccade.operators.sequence.SequenceEvent;
import org.saccade.operators.sequence.SequenceListener;
import org.saccade.operators.sequence.SequenceTracker;
import org.saccade.operators.sequence.SessionCounts;
import org.saccade.operators.state.Ending;
import org.saccade.schemas.DeadLetterReason;
import org.saccade.schemas.HealthKind;
import org.saccade.schemas.HealthState;
import org.saccade.schemas.Provenance;
import org.saccade.schemas.batch.SampleBatch;
import org.saccade.schemas.codec.MalformedPayloadException;
import org.saccade.schemas.codec.SamplePayload;
import org.saccade.schemas.packet.Origin;
import org.saccade.schemas.packet.RawEventPacket;
import org.saccade.schemas.packet.RawSamplePacket;

/**
 * One stream of samples: order, continuity, decoding, a stage, and all of their state.
 *
 * <pre>
 *   page 0            order, session
 *   page 1 &lt;&lt; 24 | n  page n of the stage
 * </pre>
 */
public final class SampleStream<R>
    implements Paged, SequenceListener<RawSamplePacket>, StageOutput<R> {
  static final int VERSION = 1;

  private static final int FIXED_BYTES = 4096;
  private static final int STAGE = 1 << 24;

  private final String stream;
  private final SampleRecords records;
  private final SampleOutputs<R> outputs;
  private final SampleBatch batch;
  private final SequenceTracker<RawSamplePacket> tracker;
  private final SampleStage<R> stage;
  private Context at;
  private SampleSession session;
  private String endedBy = "session";
  private long idles;
  private boolean idle;

  SampleStream(
      String stream,
      SampleStreamParameters parameters,
      SampleStage<R> stage,
      SampleRecords records,
      SampleOutputs<R> outputs,
      SampleBatch batch) {
    this.stream = stream;
    this.stage = stage;
    this.records = records;
    this.outputs = outputs;
    this.batch = batch;
    this.at = new Context(stream, RawEventPacket.NO_EPOCH, Origin.file(0));
    this.tracker =
        new SequenceTracker<>(
            new SequenceBounds(
                parameters.reorderPackets(),
                parameters.reorderMicros(),
                parameters.clockResetMicros()),
            new Form(),
            this);
  }

  /** Takes the stream's next packet. */
  void offer(RawSamplePacket packet) {
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

  private void idle(HealthState state, String detail) {
    long time = tracker.lastEnd();
    outputs.health(
        records.health(
            at, tracker.session(), HealthKind.IDLE, state, time, time, 1, -1 - idles, detail));
  }

  @Override
  public void open(String name, RawSamplePacket first) {
    session = new SampleSession(first);
    stage.open(session.shape, this);
  }

  @Override
  public void clockReset(RawSamplePacket packet) {
    stage.close(this);
    session.anchor(packet);
    stage.open(session.shape, this);
  }

  @Override
  public void close(String name, boolean byLast, SessionCounts counts) {
    stage.close(this);
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
    HealthKind kind = HealthKind.valueOf(event.kind().name());
    outputs.health(
        records.health(
            at,
            event.session(),
            kind,
            HealthState.POINT,
            event.start(),
            event.end(),
            event.count(),
            event.ordinal(),
            event.detail()));
  }

  @Override
  public void accept(RawSamplePacket packet, boolean afterGap) {
    at = Context.of(packet);
    if (packet.firstSample() < session.next) {
      refuse(
          packet,
          DeadLetterReason.INVALID_FIELD,
          String.format(
              "packet %d begins with sample %d, expected %d or later: samples are numbered through"
                  + " the session",
              packet.sequence(), packet.firstSample(), session.next));
      return;
    }
    try {
      SamplePayload.decode(
          packet.record(),
          packet.payloadOffset(),
          packet.payloadLength(),
          packet.encoding(),
          packet.channels().size(),
          packet.count(),
          batch);
    } catch (MalformedPayloadException e) {
      refuse(packet, DeadLetterReason.MALFORMED_PAYLOAD, e.getMessage());
      return;
    }
    follow(packet);
    if (packet.count() > 0) {
      session.samplesIn += packet.count();
      session.next = packet.firstSample() + packet.count();
      outputs.decoded(packet.count());
      stage.process(batch, packet.firstSample(), this);
    }
  }

  /** Joins a packet to what came before: other shape, hole, drift of the clock. */
  private void follow(RawSamplePacket packet) {
    SampleShape shape = new SampleShape(packet.channels(), packet.rate());
    if (!shape.equals(session.shape)) {
      stage.close(this);
      tell(
          shape.rate().equals(session.shape.rate()) ? HealthKind.OTHER : HealthKind.RATE,
          packet.timeBase(),
          packet.timeEnd(),
          1,
          String.format(
              "packet %d: %d channels at %s, before %d at %s",
              packet.sequence(),
              shape.channels().size(),
              shape.rate(),
              session.shape.channels().size(),
              session.shape.rate()));
      session.shape = shape;
      session.anchor(packet);
      stage.open(shape, this);
      return;
    }
    long missing = packet.firstSample() - session.next;
    long off = packet.timeBase() - session.micros(packet.firstSample());
    long half = session.shape.rate().micros(1) / 2 + 1;
    if (missing > 0) {
      session.samplesMissing += missing;
      stage.gap(missing, this);
      session.anchor(packet);
    } else if (Math.abs(off) > half) {
      if (!session.driftTold) {
        session.driftTold = true;
        tell(
            HealthKind.CLOCK_DRIFT,
            packet.timeBase(),
            packet.timeEnd(),
            1,
            String.format(
                "packet %d is %d µs off from where its samples are at %s",
                packet.sequence(), off, session.shape.rate()));
      }
      session.anchor(packet);
    }
  }

  /** A packet that cannot be used: its samples are missing, but the session still ends. */
  private void refuse(RawSamplePacket packet, DeadLetterReason reason, String message) {
    session.deadLetters++;
    outputs.deadLetter(records.deadLetter(packet, reason, message));
    tell(HealthKind.DECODER, packet.timeBase(), packet.timeEnd(), 1, message);
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
  public long micros(long sample) {
    return session.micros(sample);
  }

  @Override
  public Provenance provenance(String type, long startMicros, long endMicros) {
    return records.provenance(
        type, at, tracker.session(), startMicros, endMicros, session.ordinal++);
  }

  @Override
  public void emit(R found) {
    session.found++;
    outputs.emit(found);
  }

  @Override
  public void health(HealthKind kind, long sample, long count, String detail) {
    tell(kind, micros(sample), micros(sample), count, detail);
  }

  /** Intervals are numbered by the stage, far from the other ordinals of the session. */
  @Override
  public void interval(
      HealthKind kind,
      HealthState state,
      long number,
      long startSample,
      long count,
      String detail) {
    long time = micros(startSample);
    outputs.health(
        records.health(
            at,
            tracker.session(),
            kind,
            state,
            time,
            time,
            count,
            Long.MIN_VALUE / 2 + number,
            detail));
  }

  @Override
  public long bytes() {
    return FIXED_BYTES + tracker.waitingBytes() + stage.bytes();
  }

  @Override
  public void flush(PageSink sink) {
    sink.put(0, PageForm.page(VERSION, this::write));
    stage.flush(
        new PageSink() {
          @Override
          public void put(int number, Page page) {
            sink.put(STAGE | number, page);
          }

          @Override
          public void remove(int number) {
            sink.remove(STAGE | number);
          }
        });
  }

  @Override
  public void restore(int number, Page page) {
    if (number == 0) {
      PageForm.read("stream " + stream, page, VERSION, this::read);
    } else {
      stage.restore(number & STAGE - 1, page);
    }
  }

  private void write(DataOutput out) throws IOException {
    tracker.write(out);
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

  private void read(DataInput in) throws IOException {
    tracker.read(in);
    at =
        new Context(
            stream,
            in.readLong(),
            new Origin(in.readUTF(), in.readInt(), in.readLong(), in.readLong()));
    session = in.readBoolean() ? SampleSession.read(in) : null;
    if (session != null) {
      stage.reopen(session.shape);
    }
    idles = in.readLong();
    idle = in.readBoolean();
  }

  /** How a waiting packet is kept. */
  private static final class Form implements PacketForm<RawSamplePacket> {
    private static final int FIELDS_BYTES = 512;
    private static final int CHANNEL_BYTES = 128;

    @Override
    public void write(RawSamplePacket packet, DataOutput out) throws IOException {
      packet.write(out);
    }

    @Override
    public RawSamplePacket read(DataInput in) throws IOException {
      return RawSamplePacket.read(in);
    }

    @Override
    public long bytes(RawSamplePacket packet) {
      return FIELDS_BYTES + CHANNEL_BYTES * packet.channels().size() + packet.record().length;
    }
  }
}
