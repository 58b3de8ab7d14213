package org.saccade.operators.sequence;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.Objects;
import org.saccade.operators.sequence.SequenceEvent.Kind;
import org.saccade.schemas.packet.PacketHeader;

/**
 * Puts one stream's packets in order and says what is missing, late, double, or of a new clock.
 *
 * <p>Every packet offered ends in exactly one of three ways: accepted, late, or duplicate; until
 * then it waits. All is decided from the order of this stream's packets alone.
 *
 * @param <P> a packet
 */
public final class SequenceTracker<P extends PacketHeader> {
  /** Version of the form that {@link #write} writes; {@link #read} reads the one before too. */
  public static final int VERSION = 2;

  /** Most memory that waiting packets of one stream take, whatever the other bounds allow. */
  public static final long MAX_WAITING_BYTES = 32L << 20;

  private final SequenceBounds bounds;
  private final PacketForm<P> form;
  private final SequenceListener<P> listener;
  private final EndedSessions ended = new EndedSessions();
  private Session<P> session;
  private long waitingBytes;
  private long offered;
  private long accepted;
  private long late;
  private long duplicates;

  public SequenceTracker(SequenceBounds bounds, PacketForm<P> form, SequenceListener<P> listener) {
    this.bounds = Objects.requireNonNull(bounds, "bounds");
    this.form = Objects.requireNonNull(form, "form");
    this.listener = Objects.requireNonNull(listener, "listener");
  }

  /** Takes the stream's next packet. */
  public void offer(P packet) {
    offered++;
    if (session == null || !packet.session().equals(session.name)) {
      if (ended.contains(packet.session())) {
        lateForEnded(packet);
        return;
      }
      change(packet);
    }
    long sequence = packet.sequence();
    if (sequence < session.expected) {
      old(packet);
    } else if (sequence == session.expected) {
      countReordered(sequence);
      pass(packet, false);
      release();
    } else if (session.waiting.containsKey(sequence)) {
      duplicate(packet);
    } else {
      countReordered(sequence);
      session.waiting.put(sequence, packet);
      waitingBytes += form.bytes(packet);
      while (session != null && (session.exceeds(bounds) || waitingBytes > MAX_WAITING_BYTES)) {
        moveOn();
      }
    }
  }

  /** Nothing more will come: what waits is released, the open session closes. */
  public void endOfInput() {
    if (session != null) {
      flush();
      if (session != null) {
        close(false);
      }
    }
  }

  /**
   * Gives up what is missing before waiting packets that begin before a sensor time.
   *
   * @return whether one was passed on
   */
  public boolean giveUpBefore(long micros) {
    boolean any = false;
    while (session != null
        && !session.waiting.isEmpty()
        && session.waiting.firstEntry().getValue().timeBase() < micros) {
      moveOn();
      any = true;
    }
    return any;
  }

  /** Whether a session was open once and is not any more, as far as is remembered. */
  public boolean hasEnded(String name) {
    return ended.contains(name);
  }

  /** The session that the stream is in; null between two. */
  public String session() {
    return session == null ? null : session.name;
  }

  /**
   * The next ordinal of the open session, for what others tell of it.
   *
   * @throws NullPointerException between two sessions
   */
  public long takeOrdinal() {
    return session.ordinal++;
  }

  /** Sensor time of the end of the last accepted packet of the open session. */
  public long lastEnd() {
    return session == null ? 0 : session.lastEnd;
  }

  /** Packets that wait for a missing one. */
  public int waiting() {
    return session == null ? 0 : session.waiting.size();
  }

  /** Memory of the waiting packets, bytes. */
  public long waitingBytes() {
    return waitingBytes;
  }

  public long offered() {
    return offered;
  }

  public long accepted() {
    return accepted;
  }

  public long late() {
    return late;
  }

  public long duplicates() {
    return duplicates;
  }

  private void change(P packet) {
    String before = null;
    if (session != null) {
      before = session.name;
      flush();
      if (session == null) {
        before = null; // its last packet was among those that waited
      } else {
        close(false);
      }
    }
    session = new Session<>(packet.session());
    if (before != null) {
      tell(
          Kind.CLOCK_RESET,
          packet.timeBase(),
          packet.timeEnd(),
          1,
          "session " + packet.session() + " began before session " + before + " had ended");
    }
  }

  private void lateForEnded(P packet) {
    late++;
    listener.health(
        new SequenceEvent(
            Kind.LATE,
            packet.session(),
            packet.timeBase(),
            packet.timeEnd(),
            1,
            ended.takeOrdinal(packet.session()),
            "packet " + packet.sequence() + " came after its session had ended"));
  }

  private void old(P packet) {
    if (session.gaps.mayHold(packet.sequence())) {
      late++;
      session.late++;
      tell(
          Kind.LATE,
          packet.timeBase(),
          packet.timeEnd(),
          1,
          "packet " + packet.sequence() + " came after packet " + (session.expected - 1));
    } else {
      duplicate(packet);
    }
  }

  private void duplicate(P packet) {
    duplicates++;
    session.duplicates++;
    tell(
        Kind.DUPLICATE,
        packet.timeBase(),
        packet.timeEnd(),
        1,
        "packet " + packet.sequence() + " came again");
  }

  private void countReordered(long sequence) {
    if (sequence < session.highest) {
      session.reordered++;
    } else {
      session.highest = sequence;
    }
  }

  /** Gives up what is missing before the first waiting packet. */
  private void moveOn() {
    P next = take();
    long missing = next.sequence() - session.expected;
    session.gaps.add(session.expected, next.sequence());
    session.gapCount++;
    session.missing += missing;
    tell(
        Kind.GAP,
        session.opened ? session.lastEnd : next.timeBase(),
        next.timeBase(),
        missing,
        session.opened
            ? "packets " + session.expected + " to " + (next.sequence() - 1) + " are missing"
            : "joined in the middle of the session, at packet " + next.sequence());
    pass(next, true);
    release();
  }

  private P take() {
    P packet = session.waiting.pollFirstEntry().getValue();
    waitingBytes -= form.bytes(packet);
    return packet;
  }

  /** Passes the waiting packets that follow without a hole. */
  private void release() {
    while (session != null
        && !session.waiting.isEmpty()
        && session.waiting.firstKey() == session.expected) {
      pass(take(), false);
    }
  }

  private void flush() {
    while (session != null && !session.waiting.isEmpty()) {
      moveOn();
    }
  }

  private void pass(P packet, boolean afterGap) {
    if (!session.opened) {
      session.opened = true;
      listener.open(session.name, packet);
    } else if (session.lastEnd - packet.timeBase() > bounds.clockResetMicros()) {
      tell(
          Kind.CLOCK_RESET,
          packet.timeBase(),
          packet.timeEnd(),
          1,
          String.format(
              "time fell back by %d µs at packet %d",
              session.lastEnd - packet.timeBase(), packet.sequence()));
      listener.clockReset(packet);
    }
    accepted++;
    session.accepted++;
    session.expected = packet.sequence() + 1;
    session.lastEnd = packet.timeEnd();
    listener.accept(packet, afterGap);
    if (packet.last()) {
      close(true);
    }
  }

  private void close(boolean byLast) {
    Session<P> closed = session;
    listener.close(closed.name, byLast, closed.counts());
    session = null;
    ended.add(closed.name, closed.ordinal);
    for (P packet : closed.waiting.values()) {
      lateForEnded(packet);
    }
    waitingBytes = 0;
  }

  private void tell(Kind kind, long start, long end, long count, String detail) {
    listener.health(
        new SequenceEvent(kind, session.name, start, end, count, session.ordinal++, detail));
  }

  /** Writes all state, in the form of {@link #VERSION}. */
  public void write(DataOutput out) throws IOException {
    out.writeInt(VERSION);
    out.writeLong(offered);
    out.writeLong(accepted);
    out.writeLong(late);
    out.writeLong(duplicates);
    ended.write(out);
    out.writeBoolean(session != null);
    if (session != null) {
      session.write(out, form);
    }
  }

  /**
   * Goes on from what {@link #write} wrote, in this release or the one before: version 1 did not
   * remember the gaps, so what is old is late.
   *
   * @throws IOException if the version is not known or the bytes end too early
   */
  public void read(DataInput in) throws IOException {
    int version = in.readInt();
    if (version < VERSION - 1 || version > VERSION) {
      throw new IOException(
          "sequence state of version " + version + ", expected " + (VERSION - 1) + " or 2");
    }
    offered = in.readLong();
    accepted = in.readLong();
    late = in.readLong();
    duplicates = in.readLong();
    ended.read(in);
    session = in.readBoolean() ? Session.read(in, form, version) : null;
    waitingBytes = 0;
    if (session != null) {
      session.waiting.values().forEach(p -> waitingBytes += form.bytes(p));
    }
  }
}
