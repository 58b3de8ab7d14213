package org.saccade.connectors.recording.aedat4;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import org.saccade.connectors.recording.CannotHoldException;
import org.saccade.connectors.recording.EventWriter;
import org.saccade.connectors.recording.RecordingHeader;
import org.saccade.connectors.recording.ReplaceableOutput;
import org.saccade.schemas.batch.EventBatch;
import org.saccade.schemas.batch.Frame;
import org.saccade.schemas.batch.ImuBatch;
import org.saccade.schemas.batch.OtherItems;
import org.saccade.schemas.batch.TriggerBatch;

/**
 * Writes AEDAT 4: four streams of one camera. The packets of all streams end together, at the
 * latest after so many events, so that what is near in time is near in the file. The table is
 * written where the output lets its position be put into the header afterwards.
 */
final class Aedat4Writer implements EventWriter {
  /** Of a packet: 16 KiB, which cost a reader little to unpack. */
  private static final int EVENTS = 1024;

  private static final int OTHERS = 256;
  private static final int MAX_COORDINATE = 32767;

  private final OutputStream out;
  private final int width;
  private final int height;
  private final Packer packer;
  private final Layouts layouts = new Layouts();
  private final EventBatch events = new EventBatch(EVENTS);
  private final TriggerBatch triggers = new TriggerBatch(OTHERS);
  private final ImuBatch imu = new ImuBatch(OTHERS);
  private final List<PacketEntry> packets = new ArrayList<>();
  private long position;
  private long written;
  private boolean closed;

  /** Writes the header at once. */
  Aedat4Writer(OutputStream out, RecordingHeader header, String camera, Compression compression)
      throws IOException {
    this.out = out;
    width =
        header.hasGeometry() ? Math.min(header.width(), MAX_COORDINATE + 1) : MAX_COORDINATE + 1;
    height =
        header.hasGeometry() ? Math.min(header.height(), MAX_COORDINATE + 1) : MAX_COORDINATE + 1;
    packer = new Packer(compression);
    byte[] head = FileHead.of(header, camera, compression);
    out.write(head);
    position = head.length;
  }

  @Override
  public void write(EventBatch batch) throws IOException {
    for (int i = 0; i < batch.size(); ) {
      int stop = Math.min(batch.size(), i + events.room());
      for (int k = i; k < stop; k++) {
        if (!fits(batch, k)) {
          events.append(batch, i, k);
          throw refused(batch, k);
        }
        written++;
      }
      events.append(batch, i, stop);
      i = stop;
      if (events.room() == 0) {
        endPackets();
      }
    }
  }

  private boolean fits(EventBatch batch, int i) {
    return batch.x(i) < width && batch.y(i) < height && (batch.p(i) & ~1) == 0;
  }

  private CannotHoldException refused(EventBatch batch, int i) {
    if (batch.x(i) >= width) {
      return refused("x", batch.x(i), "less than width=" + width);
    }
    return batch.y(i) >= height
        ? refused("y", batch.y(i), "less than height=" + height)
        : refused("p", batch.p(i), "0 or 1");
  }

  private CannotHoldException refused(String field, long value, String bound) {
    return CannotHoldException.of("aedat4", written, field, value, bound);
  }

  @Override
  public void write(EventBatch batch, TriggerBatch edges) throws IOException {
    write(batch);
    for (int i = 0; i < edges.size(); i++) {
      if (PacketItems.edgeType(edges.id(i), edges.value(i)) < 0) {
        throw new CannotHoldException(
            "aedat4",
            "an edge of input "
                + edges.id(i)
                + ": expected 0 external, 3 generator, 4 frames or 5"
                + " exposures");
      }
      triggers.add(edges.t(i), edges.id(i), edges.value(i));
      if (triggers.room() == 0) {
        endPackets();
      }
    }
  }

  @Override
  public void write(OtherItems others) throws IOException {
    for (int i = 0; i < others.imu().size(); i++) {
      int copy = imu.add(others.imu().t(i));
      for (int c = 0; c < ImuBatch.CHANNELS.size(); c++) {
        imu.set(copy, c, others.imu().value(i, c));
      }
      if (imu.room() == 0) {
        endPackets();
      }
    }
    if (others.hasFrame()) {
      endPackets();
      Frame frame = others.frame();
      if (frame.bytes() > Aedat4Decoder.MAX_PACKET_BYTES - Layouts.FRAME_BYTES) {
        throw new CannotHoldException(
            "aedat4", "a frame of " + frame.bytes() + " bytes: at most 64 MiB");
      }
      packet(Kind.FRME, layouts.frame(frame), 1, frame.t(), frame.t());
    }
  }

  private void endPackets() throws IOException {
    if (events.size() > 0) {
      Span span = new Span();
      for (int i = 0; i < events.size(); i++) {
        span.add(events.t(i));
      }
      packet(Kind.EVTS, layouts.events(events), events.size(), span.first, span.last);
      events.clear();
    }
    if (imu.size() > 0) {
      Span span = new Span();
      for (int i = 0; i < imu.size(); i++) {
        span.add(imu.t(i));
      }
      packet(Kind.IMUS, layouts.imu(imu), imu.size(), span.first, span.last);
      imu.clear();
    }
    if (triggers.size() > 0) {
      Span span = new Span();
      for (int i = 0; i < triggers.size(); i++) {
        span.add(triggers.t(i));
      }
      packet(Kind.TRIG, layouts.triggers(triggers), triggers.size(), span.first, span.last);
      triggers.clear();
    }
  }

  private void packet(Kind kind, ByteBuffer content, int items, long first, long last)
      throws IOException {
    int size = packer.pack(content);
    int stream = FileHead.stream(kind);
    out.write(Layouts.packetHeader(stream, size));
    out.write(packer.bytes(), 0, size);
    position += Layouts.PACKET_HEADER_BYTES;
    if (out instanceof ReplaceableOutput) {
      packets.add(new PacketEntry(position, stream, size, items, first, last));
    }
    position += size;
  }

  @Override
  public void close() throws IOException {
    if (closed) {
      return;
    }
    closed = true;
    try (OutputStream ended = out;
        Packer done = packer) {
      endPackets();
      if (ended instanceof ReplaceableOutput replaceable) {
        int size = done.pack(layouts.table(packets));
        ended.write(done.bytes(), 0, size);
        replaceable.replace(FileHead.TABLE_POSITION, Layouts.int64(position));
      }
    }
  }

  /** Earliest and latest time of a packet. */
  private static final class Span {
    long first = Long.MAX_VALUE;
    long last = Long.MIN_VALUE;

    void add(long t) {
      first = Math.min(first, t);
      last = Math.max(last, t);
    }
  }
}
