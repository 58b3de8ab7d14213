package org.saccade.connectors.labelled;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.saccade.connectors.recording.ReadOptions;
import org.saccade.connectors.recording.RecordingHeader;
import org.saccade.connectors.recording.RecordingReader;
import org.saccade.schemas.batch.EventBatch;

/** The events of labelled clips, each recording read once. */
public final class ClipEvents {
  private static final int CHUNK_EVENTS = 8192;

  private ClipEvents() {}

  /** What is done with a clip. */
  public interface Consumer {
    /**
     * @param header of the clip's recording
     * @param events with times from the clip's begin, included, to its end, left out; the consumer
     *     may keep them
     */
    void take(LabelledClip clip, RecordingHeader header, EventBatch events) throws IOException;
  }

  /** The events of one clip. */
  public static EventBatch read(LabelledClip clip, ReadOptions options) throws IOException {
    EventBatch[] all = new EventBatch[1];
    forEach(List.of(clip), options, (same, header, events) -> all[0] = events);
    return all[0];
  }

  /**
   * Hands out the clips, recording by recording in the order in which these come first, the clips
   * of a recording in the order in which they come.
   *
   * @throws org.saccade.connectors.recording.UnreadableRecordingException naming the recording
   */
  public static void forEach(List<LabelledClip> clips, ReadOptions options, Consumer consumer)
      throws IOException {
    Map<Object, List<LabelledClip>> byRecording = new LinkedHashMap<>();
    for (LabelledClip clip : clips) {
      byRecording.computeIfAbsent(clip.recording(), r -> new ArrayList<>()).add(clip);
    }
    for (List<LabelledClip> together : byRecording.values()) {
      try (RecordingReader reader = RecordingReader.open(together.get(0).recording(), options)) {
        List<EventBatch> events = read(together, reader);
        for (int k = 0; k < together.size(); k++) {
          consumer.take(together.get(k), reader.header(), events.get(k));
        }
      }
    }
  }

  private static List<EventBatch> read(List<LabelledClip> clips, RecordingReader reader)
      throws IOException {
    List<EventBatch> all = new ArrayList<>();
    for (int k = 0; k < clips.size(); k++) {
      all.add(new EventBatch(CHUNK_EVENTS));
    }
    EventBatch chunk = new EventBatch(CHUNK_EVENTS);
    while (reader.read(chunk)) {
      for (int k = 0; k < clips.size(); k++) {
        appendWithin(clips.get(k), chunk, all.get(k));
      }
    }
    return all;
  }

  /** Appends the runs of events that lie in the clip: times need not ascend. */
  private static void appendWithin(LabelledClip clip, EventBatch chunk, EventBatch out) {
    int from = 0;
    while (from < chunk.size()) {
      int to = from;
      while (to < chunk.size()
          && chunk.t(to) >= clip.fromMicros()
          && (chunk.t(to) < clip.toMicros() || clip.toMicros() == Long.MAX_VALUE)) {
        to++;
      }
      out.append(chunk, from, to);
      from = to + 1;
    }
  }
}
