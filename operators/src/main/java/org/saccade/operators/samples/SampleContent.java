package org.saccade.operators.samples;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.List;
import java.util.function.Predicate;
import org.saccade.operators.paged.Page;
import org.saccade.operators.paged.PageSink;
import org.saccade.operators.paged.ShiftedPages;
import org.saccade.operators.sequence.SessionCounts;
import org.saccade.operators.stream.MarkedContent;
import org.saccade.operators.stream.RefusedPacketException;
import org.saccade.operators.stream.StreamReport;
import org.saccade.schemas.DeadLetterReason;
import org.saccade.schemas.HealthKind;
import org.saccade.schemas.HealthState;
import org.saccade.schemas.batch.SampleBatch;
import org.saccade.schemas.codec.MalformedPayloadException;
import org.saccade.schemas.codec.SamplePayload;
import org.saccade.schemas.packet.RawSamplePacket;
import org.saccade.schemas.packet.SampleChannel;
import org.saccade.schemas.packet.StreamMarker;

/**
 * What is done with packets of samples: continuity, decoding, a stage.
 *
 * <pre>
 *   page 1 &lt;&lt; 24 | n  page n of the stage
 *   page 2 &lt;&lt; 24      times of samples
 *   page 3 &lt;&lt; 24      how often the stage was opened
 * </pre>
 */
final class SampleContent<R> implements MarkedContent<RawSamplePacket> {
  static final int VERSION = 2;

  private static final int STAGE = 1 << 24;
  private static final int TIMES = 2 << 24;
  private static final int OPENINGS = 3 << 24;

  private final StreamReport report;
  private final SampleOutputs<R> outputs;
  private final SampleBatch batch;
  private final SampleStage<R> stage;
  private final Predicate<List<SampleChannel>> own;
  private final StageRecords<R> said;
  private final SampleTimes times = new SampleTimes();
  private final MarkerRecords<R> marked;
  private final Openings openings = new Openings();
  private SampleSession session;

  /**
   * @param own whether a stream of such channels is this operator's
   * @param batch where packets are decoded; shared by the streams of one thread
   */
  SampleContent(
      SampleStage<R> stage,
      Predicate<List<SampleChannel>> own,
      StreamReport report,
      SampleOutputs<R> outputs,
      SampleBatch batch) {
    this.own = own;
    this.report = report;
    this.outputs = outputs;
    this.batch = batch;
    this.stage = stage;
    this.said = new StageRecords<>(report, outputs);
    this.marked = new MarkerRecords<>(report, outputs, times);
  }

  @Override
  public int version() {
    return VERSION;
  }

  @Override
  public void open(RawSamplePacket first) {
    enter(new SampleSession(first));
    openStage(first);
  }

  private void openStage(RawSamplePacket packet) {
    said.enter(openings.next());
    join(packet);
    stage.open(session.shape, said);
  }

  /** From this packet on, time is counted anew. */
  private void join(RawSamplePacket packet) {
    times.join(
        packet.session(),
        openings.count(),
        packet.firstSample(),
        packet.timeBase(),
        session.shape.rate());
  }

  @Override
  public long passed() {
    long ready = stage.ready(session.next, said);
    return times.micros(openings.count(), ready) - 1;
  }

  @Override
  public boolean marker(StreamMarker marker) {
    SampleMarker placed = times.place(marker);
    return placed != null && stage.marker(placed, marked.of(placed));
  }

  private void enter(SampleSession next) {
    session = next;
    said.enter(next);
    outputs.leave(!own.test(next.shape.channels()));
  }

  @Override
  public void clockReset(RawSamplePacket packet) {
    stage.close(said);
    session.anchor(packet);
    restartClock(packet);
    openStage(packet);
  }

  private void restartClock(RawSamplePacket packet) {
    session.clock.end(report);
    session.clock.begin(packet.firstSample(), packet.timeBase());
  }

  @Override
  public void close() {
    stage.close(said);
    session.clock.end(report);
  }

  @Override
  public long firstTime() {
    return session.firstTime;
  }

  @Override
  public String summary(SessionCounts counts, String endedBy) {
    return session.summary(counts, endedBy);
  }

  @Override
  public void accept(RawSamplePacket packet, boolean afterGap)
      throws MalformedPayloadException, RefusedPacketException {
    if (packet.firstSample() < session.next) {
      throw new RefusedPacketException(
          DeadLetterReason.INVALID_FIELD,
          String.format(
              "packet %d begins with sample %d, expected %d or later: samples are numbered through"
                  + " the session",
              packet.sequence(), packet.firstSample(), session.next));
    }
    SamplePayload.decode(
        packet.record(),
        packet.payloadOffset(),
        packet.payloadLength(),
        packet.encoding(),
        packet.channels().size(),
        packet.count(),
        batch);
    follow(packet, afterGap);
    if (packet.count() > 0) {
      session.samplesIn += packet.count();
      session.next = packet.firstSample() + packet.count();
      outputs.decoded(packet.count());
      stage.process(batch, packet.firstSample(), said);
    }
  }

  /** Joins a packet to what came before: other shape, hole, drift of the clock. */
  private void follow(RawSamplePacket packet, boolean afterGap) {
    SampleShape shape = new SampleShape(packet.channels(), packet.rate());
    if (!shape.equals(session.shape)) {
      stage.close(said);
      report.tell(
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
      outputs.leave(!own.test(shape.channels()));
      session.anchor(packet);
      restartClock(packet);
      openStage(packet);
      return;
    }
    long missing = packet.firstSample() - session.next;
    if (missing > 0) {
      if (!afterGap) {
        gap(packet, missing);
      }
      session.samplesMissing += missing;
      stage.gap(missing, said);
    }
    long off = packet.timeBase() - session.micros(packet.firstSample());
    long half = session.shape.rate().micros(1) / 2 + 1;
    session.clock.packet(packet, Math.abs(off) > half ? off : 0, session.shape.rate(), report);
    if (missing > 0 || Math.abs(off) > half) {
      session.anchor(packet);
      join(packet);
    }
  }

  /** Samples are missing by their numbers, though no packet is: known from end to end at once. */
  private void gap(RawSamplePacket packet, long missing) {
    long start = session.micros(session.next);
    long ordinal = report.takeOrdinal();
    String detail =
        String.format("%d samples missing before packet %d", missing, packet.sequence());
    report.health(HealthKind.GAP, HealthState.OPEN, start, start, missing, ordinal, detail);
    report.health(
        HealthKind.GAP,
        HealthState.CLOSED,
        start,
        Math.max(start, packet.timeBase()),
        missing,
        ordinal,
        detail);
  }

  /** Its samples are missing, but the session still ends. */
  @Override
  public void refused(RawSamplePacket packet) {
    session.deadLetters++;
  }

  @Override
  public long bytes() {
    return stage.bytes() + times.bytes();
  }

  @Override
  public void flush(PageSink sink) {
    stage.flush(new ShiftedPages(sink, STAGE));
    times.flush(new ShiftedPages(sink, TIMES));
    openings.flush(new ShiftedPages(sink, OPENINGS));
  }

  @Override
  public void restore(int number, Page page) {
    switch (number & ~(STAGE - 1)) {
      case STAGE -> stage.restore(number & STAGE - 1, page);
      case TIMES -> times.restore(0, page);
      case OPENINGS -> {
        openings.restore(0, page);
        said.enter(openings.count());
      }
      default -> throw new IllegalArgumentException("page " + number + " of a stream of samples");
    }
  }

  @Override
  public void writeCarried(DataOutput out) {
    // What a stage carries over sessions is in its own pages.
  }

  @Override
  public void readCarried(DataInput in, int version) {
    // Nothing was written.
  }

  @Override
  public void writeSession(DataOutput out) throws IOException {
    session.write(out);
  }

  @Override
  public void readSession(DataInput in, int version) throws IOException {
    enter(SampleSession.read(in, version));
    stage.reopen(session.shape);
  }
}
