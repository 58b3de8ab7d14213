package org.saccade.connectors.labelled;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.saccade.connectors.recording.EventFormats;
import org.saccade.connectors.recording.EventWriter;
import org.saccade.connectors.recording.ReadOptions;
import org.saccade.connectors.recording.RecordingHeader;
import org.saccade.connectors.recording.WriteOptions;
import org.saccade.schemas.batch.EventBatch;

class ClipEventsTest {
  @TempDir Path data;

  private Path recording(String name, long... times) throws IOException {
    EventBatch batch = new EventBatch(times.length);
    for (long t : times) {
      batch.add(t, (int) t % 7, 3, 1);
    }
    Path file = data.resolve(name);
    try (EventWriter writer =
        EventFormats.named("dat")
            .orElseThrow()
            .writer(
                Files.newOutputStream(file),
                RecordingHeader.of("dat", 8, 8),
                WriteOptions.DEFAULT)) {
      writer.write(batch);
    }
    return file;
  }

  @Test
  void aClipHoldsItsBeginAndNotItsEnd() throws IOException {
    Path file = recording("a.dat", 5, 10, 15, 12, 20, 19);
    EventBatch events =
        ClipEvents.read(new LabelledClip(file, "x", "s", 10, 20), ReadOptions.DEFAULT);
    long[] times = new long[events.size()];
    for (int i = 0; i < times.length; i++) {
      times[i] = events.t(i);
      assertEquals(times[i] % 7, events.x(i));
    }
    assertEquals("[10, 15, 12, 19]", java.util.Arrays.toString(times));
  }

  @Test
  void clipsComeRecordingByRecording() throws IOException {
    Path a = recording("a.dat", 1, 2, 3);
    Path b = recording("b.dat", 4, 5);
    List<String> seen = new ArrayList<>();
    ClipEvents.forEach(
        List.of(
            new LabelledClip(a, "x", "s", 2, 3),
            LabelledClip.whole(b, "y", "t"),
            new LabelledClip(a, "z", "s", Long.MIN_VALUE, 3)),
        ReadOptions.DEFAULT,
        (clip, header, events) -> seen.add(clip.label() + header.width() + ":" + events.size()));
    assertEquals(List.of("x8:1", "z8:2", "y8:2"), seen);
  }
}
