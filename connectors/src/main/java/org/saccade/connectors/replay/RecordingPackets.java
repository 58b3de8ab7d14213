package org.saccade.connectors.replay;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import org.saccade.connectors.recording.RecordingReader;
import org.saccade.schemas.batch.EventBatch;
import org.saccade.schemas.codec.OutOfFrameException;
import org.saccade.schemas.packet.Origin;
import org.saccade.schemas.packet.RawEventPacket;
import org.saccade.schemas.wire.EventPackets;
import org.saccade.schemas.wire.RejectedRecordException;

/**
 * The packets of one recording, which can be left and gone on with after any of them.
 *
 * <p>A packet may end inside of what the reader gave at once, so each batch is remembered with the
 * reader's position before it until its last event is in a packet.
 */
final class RecordingPackets implements Closeable {
  /** The reader's position, and the number of its next event, counted from where we began. */
  private record Mark(RecordingReader.Position position, long firstEvent) {}

  private final RecordingSplit start;
  private final RecordingReader reader;
  private final Packetizer packetizer;
  private final PacketWriter writer;
  private final EventPackets packets = new EventPackets();
  private final Deque<Mark> marks = new ArrayDeque<>();
  private long readEvents;
  private long packedEvents;
  private long toSkip;

  RecordingPackets(RecordingSplit split) throws IOException {
    start = split;
    reader = RecordingReader.open(Path.of(split.path()), split.options());
    try {
      if (split.position() != null) {
        reader.resume(split.position());
      }
      writer =
          new PacketWriter(
              split.stream(), split.session(), reader.header().width(), reader.header().height());
    } catch (IllegalArgumentException e) {
      reader.close();
      throw new IOException(split.path() + ": " + e.getMessage(), e);
    }
    writer.epochMicros(reader.header().epochMicros());
    toSkip = split.skip();
    packedEvents = split.skip();
    packetizer = new Packetizer(this::read, split.limits(), split.nextSequence());
  }

  private boolean read(EventBatch events) throws IOException {
    while (true) {
      marks.add(new Mark(reader.position(), readEvents));
      if (!readNamed(events)) {
        return false;
      }
      readEvents += events.size();
      if (toSkip < events.size()) {
        events.removeFirst((int) toSkip);
        toSkip = 0;
        return true;
      }
      toSkip -= events.size();
    }
  }

  private boolean readNamed(EventBatch events) throws IOException {
    try {
      return reader.read(events);
    } catch (OutOfFrameException e) {
      throw new IOException(start.path() + ": " + e.getMessage(), e);
    }
  }

  /**
   * The next packet.
   *
   * @throws IllegalStateException if it has {@link #ended}
   */
  RawEventPacket next() throws IOException {
    if (!packetizer.next()) {
      throw new IllegalStateException(start.path() + ": the last packet was given");
    }
    packedEvents += packetizer.count();
    while (marks.size() > 1 && secondMark().firstEvent() <= packedEvents) {
      marks.removeFirst();
    }
    try {
      return packets.read(writer.write(packetizer), Origin.file(packetizer.sequence()));
    } catch (RejectedRecordException | IllegalArgumentException e) {
      throw new IOException(
          start.path() + ": packet " + packetizer.sequence() + ": " + e.getMessage(), e);
    }
  }

  /**
   * Whether the packet given last was the recording's last: then there is nothing to go on with.
   */
  boolean ended() {
    return packetizer.last();
  }

  private Mark secondMark() {
    var all = marks.iterator();
    all.next();
    return all.next();
  }

  /** The recording from behind the packet given last. */
  RecordingSplit split() {
    Mark mark = marks.peekFirst();
    return mark == null
        ? start
        : start.at(packetizer.sequence() + 1, mark.position(), packedEvents - mark.firstEvent());
  }

  @Override
  public void close() throws IOException {
    reader.close();
  }
}
