package org.saccade.operators.stream;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import org.saccade.operators.sequence.PacketForm;
import org.saccade.operators.sequence.SequenceBounds;
import org.saccade.operators.sequence.SequenceEvent;
import org.saccade.operators.sequence.SequenceListener;
import org.saccade.operators.sequence.SequenceTracker;
import org.saccade.operators.sequence.SessionCounts;
import org.saccade.schemas.packet.StreamMarker;

/**
 * The markers of one stream: put in order by their numbers, then waiting until the packets have
 * passed them. A marker that comes behind the packets is given at once.
 *
 * <p>At most {@value #MAX_WAITING} wait, of any sessions; one more, and the one that came first is
 * given up and told of.
 */
final class MarkerQueue implements SequenceListener<StreamMarker> {
  static final int MAX_WAITING = 4096;

  private static final Form FORM = new Form();

  /**
   * Markers are far apart, and their times may go back: an annotation is known when what it is
   * about is over. A missing one is given up when the packets have passed those behind it.
   */
  private static final long NEVER = Long.MAX_VALUE;

  private final Packets packets;
  private final long patience;
  private final StreamReport report;
  private final SequenceTracker<StreamMarker> order;
  private final Map<String, ArrayDeque<StreamMarker>> waiting = new LinkedHashMap<>();
  private int count;
  private long bytes;
  private boolean changed;

  /** What the queue asks of the stream's packets. */
  interface Packets {
    /** Whether it is the open session. */
    boolean isOpen(String session);

    boolean hasEnded(String session);

    /** Sensor time that the open session has passed. */
    long passed();

    /** Gives a marker on; false: it comes too late. */
    boolean give(StreamMarker marker);
  }

  MarkerQueue(SequenceBounds bounds, Packets packets, StreamReport report) {
    this.packets = packets;
    this.report = report;
    patience = bounds.micros();
    order = new SequenceTracker<>(new SequenceBounds(bounds.packets(), NEVER, NEVER), FORM, this);
  }

  /** Takes the stream's next marker. */
  void offer(StreamMarker marker) {
    changed = true;
    report.atMarker(marker);
    order.offer(marker);
  }

  @Override
  public void accept(StreamMarker marker, boolean afterGap) {
    ArrayDeque<StreamMarker> before = waiting.get(marker.session());
    boolean due =
        packets.hasEnded(marker.session())
            || before == null
                && packets.isOpen(marker.session())
                && marker.time() <= packets.passed();
    if (due) {
      give(marker);
      return;
    }
    waiting.computeIfAbsent(marker.session(), s -> new ArrayDeque<>()).add(marker);
    count++;
    bytes += marker.memoryBytes();
    if (count > MAX_WAITING) {
      giveUpFirst();
    }
  }

  private void giveUpFirst() {
    Iterator<ArrayDeque<StreamMarker>> sessions = waiting.values().iterator();
    ArrayDeque<StreamMarker> first = sessions.next();
    StreamMarker marker = take(first);
    if (first.isEmpty()) {
      sessions.remove();
    }
    report.lost(marker, "more than " + MAX_WAITING + " markers wait for their packets");
  }

  private StreamMarker take(ArrayDeque<StreamMarker> from) {
    StreamMarker marker = from.poll();
    count--;
    bytes -= marker.memoryBytes();
    changed = true;
    return marker;
  }

  private void give(StreamMarker marker) {
    if (!packets.give(marker)) {
      report.lost(marker, "it came when what it marks was no longer remembered");
    }
  }

  /** Gives the markers of a session that its packets have passed. */
  void passed(String session, long micros) {
    if (session.equals(order.session()) && order.waiting() > 0) {
      changed |= order.giveUpBefore(Math.max(micros, Long.MIN_VALUE + patience) - patience);
    }
    ArrayDeque<StreamMarker> queue = waiting.get(session);
    if (queue == null) {
      return;
    }
    while (!queue.isEmpty() && queue.peek().time() <= micros) {
      give(take(queue));
    }
    if (queue.isEmpty()) {
      waiting.remove(session);
    }
  }

  /** The session's packets are over: gives all of its markers that have come. */
  void ended(String session) {
    if (session.equals(order.session())) {
      changed |= order.giveUpBefore(Long.MAX_VALUE);
    }
    passed(session, Long.MAX_VALUE);
  }

  /** Nothing more will come. */
  void end() {
    order.endOfInput();
    for (ArrayDeque<StreamMarker> queue : waiting.values()) {
      while (!queue.isEmpty()) {
        report.lost(take(queue), "no packets of its session came");
      }
    }
    waiting.clear();
  }

  /** Memory of the waiting markers, bytes. */
  long bytes() {
    return bytes + order.waitingBytes();
  }

  /** Whether something changed since the last call. */
  boolean takeChanged() {
    boolean was = changed;
    changed = false;
    return was;
  }

  @Override
  public void open(String session, StreamMarker marker) {
    // Its packets open a session.
  }

  @Override
  public void clockReset(StreamMarker marker) {
    throw new IllegalStateException("the bound is " + NEVER);
  }

  @Override
  public void close(String session, boolean byLast, SessionCounts counts) {
    // Its packets close a session.
  }

  @Override
  public void health(SequenceEvent event) {
    report.markers(event);
  }

  void write(DataOutput out) throws IOException {
    order.write(out);
    out.writeInt(count);
    for (ArrayDeque<StreamMarker> queue : waiting.values()) {
      for (StreamMarker marker : queue) {
        marker.write(out);
      }
    }
  }

  void read(DataInput in) throws IOException {
    order.read(in);
    waiting.clear();
    bytes = 0;
    count = in.readInt();
    for (int i = 0; i < count; i++) {
      StreamMarker marker = StreamMarker.read(in);
      waiting.computeIfAbsent(marker.session(), s -> new ArrayDeque<>()).add(marker);
      bytes += marker.memoryBytes();
    }
  }

  private static final class Form implements PacketForm<StreamMarker> {
    @Override
    public void write(StreamMarker marker, DataOutput out) throws IOException {
      marker.write(out);
    }

    @Override
    public StreamMarker read(DataInput in) throws IOException {
      return StreamMarker.read(in);
    }

    @Override
    public long bytes(StreamMarker marker) {
      return marker.memoryBytes();
    }
  }
}
