package org.saccade.operators.stream;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.function.Function;
import org.saccade.operators.paged.Page;
import org.saccade.operators.paged.PageForm;
import org.saccade.operators.paged.PageSink;
import org.saccade.operators.paged.Paged;
import org.saccade.operators.sequence.PacketForm;
import org.saccade.operators.sequence.SequenceBounds;
import org.saccade.operators.sequence.SequenceEvent;
import org.saccade.operators.sequence.SequenceListener;
import org.saccade.operators.sequence.SequenceTracker;
import org.saccade.operators.sequence.SessionCounts;
import org.saccade.operators.state.Ending;
import org.saccade.schemas.DeadLetterReason;
import org.saccade.schemas.HealthKind;
import org.saccade.schemas.codec.MalformedPayloadException;
import org.saccade.schemas.packet.RawPacket;
import org.saccade.schemas.packet.StreamMarker;

/**
 * One stream of packets: order, sessions, silence, what its content does, and all of their state.
 *
 * <pre>
 *   page 0        order, what the content carries, last packet, session, silence
 *   page 1 &lt;&lt; 30  markers: order, those that wait
 *   other pages   the content's
 * </pre>
 *
 * @param <P> a packet
 */
public final class PacketStream<P extends RawPacket> implements Paged, SequenceListener<P> {
  private static final int FIXED_BYTES = 4096;
  private static final int MARKERS = 1 << 30;
  private static final int MARKERS_VERSION = 1;

  private final String stream;
  private final StreamReport report;
  private final SequenceTracker<P> tracker;
  private final PacketContent<P> content;
  private final MarkerQueue markers;
  private boolean open;
  private String endedBy = "session";

  /**
   * @param form how waiting packets are kept
   * @param content makes what is done with the packets, given where it tells of them
   */
  public PacketStream(
      String stream,
      SequenceBounds order,
      PacketForm<P> form,
      StreamRecords records,
      StreamOutputs outputs,
      Function<StreamReport, PacketContent<P>> content) {
    this.stream = stream;
    this.report = new StreamReport(stream, records, outputs);
    this.tracker = new SequenceTracker<>(order, form, this);
    report.order(tracker);
    this.content = content.apply(report);
    this.markers =
        this.content instanceof MarkedContent<P> marked
            ? new MarkerQueue(order, new Marked(marked), report)
            : null;
  }

  /** Takes the stream's next packet. */
  void offer(P packet) {
    report.endIdle("packets come again");
    report.at(packet);
    tracker.offer(packet);
  }

  /** Takes a marker; of a stream whose content is a {@link MarkedContent}. */
  void mark(StreamMarker marker) {
    markers.offer(marker);
  }

  /** Gives what waits and what is open. */
  void end(Ending why) {
    report.endIdle("the stream ends");
    endedBy = why == Ending.EXPIRED ? "expired" : "end_of_input";
    tracker.endOfInput();
    if (markers != null) {
      markers.end();
    }
    endedBy = "session";
  }

  /** The machine's clock says that nothing came for a while. */
  void silent() {
    report.silent();
  }

  @Override
  public void open(String name, P first) {
    open = true;
    content.open(first);
  }

  @Override
  public void accept(P packet, boolean afterGap) {
    report.at(packet);
    try {
      content.accept(packet, afterGap);
    } catch (MalformedPayloadException e) {
      refuse(packet, DeadLetterReason.MALFORMED_PAYLOAD, e.getMessage());
    } catch (RefusedPacketException e) {
      refuse(packet, e.reason(), e.getMessage());
    }
    if (markers != null) {
      markers.passed(packet.session(), ((MarkedContent<P>) content).passed());
    }
  }

  /** A packet that cannot be used: downstream it is missing, but the session still ends. */
  private void refuse(P packet, DeadLetterReason reason, String message) {
    report.refuse(packet, reason, message);
    content.refused(packet);
  }

  @Override
  public void clockReset(P packet) {
    content.clockReset(packet);
  }

  @Override
  public void close(String name, boolean byLast, SessionCounts counts) {
    if (markers != null) {
      markers.ended(name);
    }
    content.close();
    report.tell(
        HealthKind.SUMMARY,
        content.firstTime(),
        tracker.lastEnd(),
        counts.accepted(),
        content.summary(counts, byLast ? "last" : endedBy));
    open = false;
  }

  @Override
  public void health(SequenceEvent event) {
    report.order(event);
  }

  @Override
  public long bytes() {
    long waiting = markers == null ? 0 : markers.bytes();
    return FIXED_BYTES + tracker.waitingBytes() + waiting + content.bytes();
  }

  @Override
  public void flush(PageSink sink) {
    sink.put(0, PageForm.page(content.version(), this::write));
    if (markers != null && markers.takeChanged()) {
      sink.put(MARKERS, PageForm.page(MARKERS_VERSION, markers::write));
    }
    content.flush(sink);
  }

  @Override
  public void restore(int number, Page page) {
    if (number == 0) {
      PageForm.read("stream " + stream, page, content.version(), in -> read(in, page.version()));
    } else if (number == MARKERS) {
      if (markers != null) {
        PageForm.read("markers of " + stream, page, MARKERS_VERSION, markers::read);
      }
    } else {
      content.restore(number, page);
    }
  }

  private void write(DataOutput out) throws IOException {
    tracker.write(out);
    content.writeCarried(out);
    report.writeContext(out);
    out.writeBoolean(open);
    if (open) {
      content.writeSession(out);
    }
    report.writeIdle(out);
  }

  private void read(DataInput in, int version) throws IOException {
    tracker.read(in);
    content.readCarried(in, version);
    report.readContext(in);
    open = in.readBoolean();
    if (open) {
      content.readSession(in, version);
    }
    report.readIdle(in);
  }

  /** What the markers' queue asks. */
  private final class Marked implements MarkerQueue.Packets {
    private final MarkedContent<P> marked;

    Marked(MarkedContent<P> marked) {
      this.marked = marked;
    }

    @Override
    public boolean isOpen(String session) {
      return open && session.equals(tracker.session());
    }

    @Override
    public boolean hasEnded(String session) {
      return tracker.hasEnded(session);
    }

    @Override
    public long passed() {
      return marked.passed();
    }

    @Override
    public boolean give(StreamMarker marker) {
      return marked.marker(marker);
    }
  }
}
