package org.saccade.connectors.recording;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.saccade.schemas.batch.EventBatch;
import org.saccade.schemas.batch.TriggerBatch;

/**
 * Where in a recording a time is, for readers that go there more than once.
 *
 * <p>No format can be entered at a time without knowing what came before it (wraps, time bases,
 * rows stand in the stream), so the index is made by one pass of decoding and keeps the reader's
 * position every so many events: some 100 bytes each. Going to a time then decodes at most that
 * many events too many. It holds for recordings whose time goes back as well: no event at or behind
 * the time is missed.
 */
public final class RecordingIndex {
  /** Positions are kept so many events apart. */
  public static final int DEFAULT_STEP = 1 << 16;

  /**
   * @param position of the reader
   * @param latest latest time before it
   */
  private record Entry(RecordingReader.Position position, long latest) {}

  private final List<Entry> entries = new ArrayList<>();

  private RecordingIndex() {}

  /** Indexes a file. */
  public static RecordingIndex of(Path path, ReadOptions options) throws IOException {
    try (RecordingReader reader = RecordingReader.open(path, options)) {
      return of(reader, DEFAULT_STEP);
    }
  }

  /**
   * Indexes a recording; its fresh reader is read to the end.
   *
   * @param stepEvents events between two positions, at least 1
   */
  public static RecordingIndex of(RecordingReader reader, int stepEvents) throws IOException {
    RecordingIndex index = new RecordingIndex();
    // A reader leaves up to 31 places free, for a vector that might not fit.
    EventBatch events = new EventBatch(Math.min(stepEvents, 8192) + 31);
    long latest = Long.MIN_VALUE;
    long since = 0;
    index.entries.add(new Entry(reader.position(), latest));
    while (reader.read(events)) {
      latest = Math.max(latest, latest(events, reader.triggers()));
      since += Math.max(1, events.size());
      if (since >= stepEvents) {
        index.entries.add(new Entry(reader.position(), latest));
        since = 0;
      }
    }
    return index;
  }

  private static long latest(EventBatch events, TriggerBatch edges) {
    long latest = Long.MIN_VALUE;
    for (int i = 0; i < events.size(); i++) {
      latest = Math.max(latest, events.t(i));
    }
    for (int i = 0; i < edges.size(); i++) {
      latest = Math.max(latest, edges.t(i));
    }
    return latest;
  }

  /** Positions that are kept. */
  public int size() {
    return entries.size();
  }

  /**
   * The last position that is kept before which all events and edges are earlier than a time: a
   * reader that is {@linkplain RecordingReader#resume resumed} there misses none at or behind it,
   * and meets some before it.
   *
   * @param micros sensor time
   */
  public RecordingReader.Position before(long micros) {
    int low = 0;
    int high = entries.size() - 1;
    while (low < high) {
      int middle = (low + high + 1) / 2;
      if (entries.get(middle).latest() < micros) {
        low = middle;
      } else {
        high = middle - 1;
      }
    }
    return entries.get(low).position();
  }
}
