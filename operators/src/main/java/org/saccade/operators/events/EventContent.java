package org.saccade.operators.events;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import org.saccade.operators.paged.Page;
import org.saccade.operators.paged.PageSink;
import org.saccade.operators.sequence.SessionCounts;
import org.saccade.operators.stream.PacketContent;
import org.saccade.operators.stream.RefusedPacketException;
import org.saccade.operators.stream.StreamReport;
import org.saccade.schemas.DeadLetterReason;
import org.saccade.schemas.HealthKind;
import org.saccade.schemas.batch.EventBatch;
import org.saccade.schemas.codec.MalformedPayloadException;
import org.saccade.schemas.codec.Violation;
import org.saccade.schemas.codec.ViolationCounts;
import org.saccade.schemas.packet.PayloadDecoder;
import org.saccade.schemas.packet.RawEventPacket;
import org.saccade.schemas.wire.EventPackets;

/**
 * What is done with packets of events: decoding, guard, chain of stages.
 *
 * <pre>
 *   page k &lt;&lt; 24 | i &lt;&lt; 20 | n  page n of the i-th stage of kind k
 * </pre>
 */
final class EventContent implements PacketContent<RawEventPacket> {
  static final int VERSION = 3;

  private static final Violation[] KINDS = Violation.values();

  private final StreamReport report;
  private final EventOutputs outputs;
  private final FilteredPackets filtered;
  private final EventBatch batch;
  private final PayloadDecoder decoder = new PayloadDecoder();
  private final ChainRecords said;
  private final EventChain chain;
  private EventSession session;

  /**
   * @param filtered makes the packets that go on; shared by the streams of one thread
   * @param batch where packets are decoded; shared too
   */
  EventContent(
      EventStreamParameters parameters,
      StreamReport report,
      EventOutputs outputs,
      FilteredPackets filtered,
      EventBatch batch) {
    this.report = report;
    this.outputs = outputs;
    this.filtered = filtered;
    this.batch = batch;
    this.said = new ChainRecords(report, outputs);
    this.chain = new EventChain(parameters.chain(), said);
  }

  @Override
  public int version() {
    return VERSION;
  }

  @Override
  public void open(RawEventPacket first) {
    enter(new EventSession(first.width(), first.height(), first.timeBase()));
    decoder.forget();
  }

  private void enter(EventSession next) {
    session = next;
    said.enter(next);
    chain.open(next.width, next.height);
  }

  @Override
  public void clockReset(RawEventPacket packet) {
    chain.close();
    chain.open(session.width, session.height);
    session.resetClock();
    decoder.forget();
  }

  @Override
  public void close() {
    chain.close();
    said.closeConditions();
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
  public void accept(RawEventPacket packet, boolean afterGap)
      throws MalformedPayloadException, RefusedPacketException {
    if (afterGap) {
      decoder.forget();
    }
    if (packet.width() != session.width || packet.height() != session.height) {
      throw new RefusedPacketException(
          DeadLetterReason.INVALID_FIELD,
          String.format(
              "frame %dx%d in packet %d, but the session began with %dx%d;"
                  + " open a new session for another geometry",
              packet.width(), packet.height(), packet.sequence(), session.width, session.height));
    }
    decoder.decode(packet, batch);
    checkTimes(packet);
    session.eventsIn += batch.size();
    outputs.decoded(batch.size());
    session.guard().apply(batch, 0);
    count(decoder.violations(), packet);
    count(session.guard().violations(), packet);
    said.beside().clear();
    chain.process(batch, packet.timeEnd());
    session.eventsKept += batch.size();
    outputs.packet(filtered.packet(packet, chain.geometry(), batch));
    if (chain.givesSideEvents()) {
      outputs.corners(filtered.packet(packet, chain.besideGeometry(), said.beside()));
    }
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

  /** Downstream the packet is missing, but the session still ends. */
  @Override
  public void refused(RawEventPacket packet) {
    session.deadLetters++;
    decoder.forget();
    decoder.violations().clear();
    if (packet.last()) {
      outputs.packet(filtered.packet(packet, chain.geometry(), null));
      if (chain.givesSideEvents()) {
        outputs.corners(filtered.packet(packet, chain.besideGeometry(), null));
      }
    }
  }

  /** The first violation of each kind in a session is told at once, all of them in its summary. */
  private void count(ViolationCounts found, RawEventPacket packet) {
    if (found.isEmpty()) {
      return;
    }
    for (Violation kind : KINDS) {
      if (found.get(kind) > 0 && session.violations.get(kind) == 0) {
        report.tell(
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

  @Override
  public long bytes() {
    return chain.bytes();
  }

  @Override
  public void flush(PageSink sink) {
    chain.flush(sink);
  }

  @Override
  public void restore(int number, Page page) {
    chain.restore(number, page);
  }

  @Override
  public void writeCarried(DataOutput out) throws IOException {
    byte[] state = decoder.state();
    out.writeByte(state.length);
    out.write(state);
  }

  @Override
  public void readCarried(DataInput in, int version) throws IOException {
    byte[] state = new byte[in.readUnsignedByte()];
    in.readFully(state);
    decoder.restore(state);
  }

  @Override
  public void writeSession(DataOutput out) throws IOException {
    session.write(out);
  }

  @Override
  public void readSession(DataInput in, int version) throws IOException {
    enter(EventSession.read(in, version));
  }
}
