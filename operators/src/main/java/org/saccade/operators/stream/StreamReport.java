package org.saccade.operators.stream;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import org.saccade.operators.sequence.SequenceEvent;
import org.saccade.operators.sequence.SequenceTracker;
import org.saccade.schemas.DeadLetterReason;
import org.saccade.schemas.HealthKind;
import org.saccade.schemas.HealthState;
import org.saccade.schemas.Provenance;
import org.saccade.schemas.StreamHealth;
import org.saccade.schemas.packet.RawPacket;
import org.saccade.schemas.packet.StreamMarker;

/** What a stream tells of itself, as of the packet that it works on. */
public final class StreamReport {
  /** Ordinals of what markers gave, of what is told of markers, and of their order. */
  private static final long MARKED = Long.MIN_VALUE;

  private static final long MARKERS = Long.MIN_VALUE / 4 * 3;
  private static final long MARKER_ORDER = Long.MIN_VALUE / 8 * 5;

  private final String stream;
  private final StreamRecords records;
  private final StreamOutputs outputs;
  private SequenceTracker<?> order;
  private PacketContext at;
  private PacketContext atMarker;
  private long idles;
  private boolean idle;

  StreamReport(String stream, StreamRecords records, StreamOutputs outputs) {
    this.stream = stream;
    this.records = records;
    this.outputs = outputs;
    this.at = PacketContext.none(stream);
    this.atMarker = at;
  }

  void order(SequenceTracker<?> tracker) {
    this.order = tracker;
  }

  void at(RawPacket packet) {
    at = PacketContext.of(packet);
  }

  /** Tells of something in the open session. */
  public void tell(HealthKind kind, long start, long end, long count, String detail) {
    health(kind, HealthState.POINT, start, end, count, takeOrdinal(), detail);
  }

  /**
   * Tells of the open session what begins, ends or is.
   *
   * @param ordinal tells it apart; the record that closes has that of the one that opened
   */
  public void health(
      HealthKind kind,
      HealthState state,
      long start,
      long end,
      long count,
      long ordinal,
      String detail) {
    outputs.health(
        records.health(at, order.session(), kind, state, start, end, count, ordinal, detail));
  }

  void order(SequenceEvent event) {
    outputs.health(
        records.health(
            at,
            event.session(),
            HealthKind.valueOf(event.kind().name()),
            HealthState.POINT,
            event.start(),
            event.end(),
            event.count(),
            event.ordinal(),
            event.detail()));
  }

  void atMarker(StreamMarker marker) {
    atMarker = PacketContext.of(marker);
  }

  /** Something that happened to the order of the stream's markers. */
  void markers(SequenceEvent event) {
    outputs.health(
        records.health(
            atMarker,
            event.session(),
            HealthKind.valueOf(event.kind().name()),
            HealthState.POINT,
            event.start(),
            event.end(),
            event.count(),
            MARKER_ORDER + event.ordinal(),
            "of the markers, numbered as packets: " + event.detail()));
  }

  /** A marker that was of no use. */
  void lost(StreamMarker marker, String why) {
    health(marker, HealthKind.MARKER, 1, "marker \"" + marker.label() + "\": " + why);
  }

  /**
   * Tells of a marker's session; once a marker, so that its number makes the id.
   *
   * @param count as {@link StreamHealth} says
   */
  public void health(StreamMarker marker, HealthKind kind, long count, String detail) {
    outputs.health(
        records.health(
            PacketContext.of(marker),
            marker.session(),
            kind,
            HealthState.POINT,
            marker.time(),
            marker.time() + marker.duration(),
            count,
            MARKERS + marker.sequence(),
            detail));
  }

  /**
   * Provenance of what a marker gave: of its session, and read where the marker was.
   *
   * @param number tells apart what has the same type, session, start and end; no less than 0
   */
  public Provenance provenance(
      StreamMarker marker, String type, long start, long end, long number) {
    return records.provenance(
        type, PacketContext.of(marker), marker.session(), start, end, MARKED + number);
  }

  /**
   * As the other of a marker, of what a model said.
   *
   * @param model its digest; part of the id
   */
  public Provenance provenance(
      StreamMarker marker, String type, String model, long start, long end, long number) {
    return records.provenance(
        type, PacketContext.of(marker), marker.session(), model, start, end, MARKED + number);
  }

  void refuse(RawPacket packet, DeadLetterReason reason, String message) {
    outputs.deadLetter(records.deadLetter(packet, reason, message));
    tell(HealthKind.DECODER, packet.timeBase(), packet.timeEnd(), 1, message);
  }

  /** Provenance of a record of the open session. */
  public Provenance provenance(String type, long start, long end, long ordinal) {
    return records.provenance(type, at, order.session(), start, end, ordinal);
  }

  /**
   * Provenance of what a model said of the open session.
   *
   * @param model its digest; part of the id
   */
  public Provenance provenance(String type, String model, long start, long end, long ordinal) {
    return records.provenance(type, at, order.session(), model, start, end, ordinal);
  }

  /** Number of the next health record of the open session. */
  public long takeOrdinal() {
    return order.takeOrdinal();
  }

  /** Name of the open session. */
  public String session() {
    return order.session();
  }

  /** Sensor time of the end of the last packet that was accepted. */
  public long lastEnd() {
    return order.lastEnd();
  }

  void silent() {
    if (!idle && order.session() != null) {
      idle = true;
      idle(HealthState.OPEN, "no packet for the configured time of the machine's clock");
    }
  }

  void endIdle(String detail) {
    if (idle) {
      idle(HealthState.CLOSED, detail);
      idle = false;
      idles++;
    }
  }

  /** Idle records are numbered apart, so that they change no other record's id. */
  private void idle(HealthState state, String detail) {
    long time = order.lastEnd();
    health(HealthKind.IDLE, state, time, time, 1, -1 - idles, detail);
  }

  void writeContext(DataOutput out) throws IOException {
    at.write(out);
  }

  void readContext(DataInput in) throws IOException {
    at = PacketContext.read(stream, in);
  }

  void writeIdle(DataOutput out) throws IOException {
    out.writeLong(idles);
    out.writeBoolean(idle);
  }

  void readIdle(DataInput in) throws IOException {
    idles = in.readLong();
    idle = in.readBoolean();
  }
}
