package org.saccade.connectors.replay;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import org.saccade.connectors.recording.EventFormat;
import org.saccade.connectors.recording.EventFormats;
import org.saccade.connectors.recording.EventWriter;
import org.saccade.connectors.recording.ReadOptions;
import org.saccade.connectors.recording.RecordingHeader;
import org.saccade.connectors.recording.RecordingReader;
import org.saccade.connectors.recording.WriteOptions;
import org.saccade.schemas.batch.EventBatch;

/** Recordings as files, for tests. */
final class RecordingFiles {
  private RecordingFiles() {}

  /** Events of a 640 by 480 sensor, some at once, some after a pause; always the same ones. */
  static EventBatch events(int n, long seed) {
    Random random = new Random(seed);
    EventBatch events = new EventBatch(n);
    long t = 1000;
    for (int i = 0; i < n; i++) {
      t += random.nextInt(100) == 0 ? random.nextInt(3000) : random.nextInt(3);
      events.add(t, random.nextInt(640), random.nextInt(480), random.nextInt(2));
    }
    return events;
  }

  /** Writes a recording in a format. */
  static Path write(Path folder, String formatName, EventBatch events) throws IOException {
    EventFormat format = EventFormats.named(formatName).orElseThrow();
    Path file = folder.resolve("recording-" + System.nanoTime() + format.extension());
    try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file));
        EventWriter writer =
            format.writer(out, RecordingHeader.of(formatName, 640, 480), WriteOptions.DEFAULT)) {
      writer.write(events);
    }
    return file;
  }

  /** All events of a recording. */
  static EventBatch read(Path file, ReadOptions options) throws IOException {
    EventBatch all = new EventBatch(1024);
    EventBatch batch = new EventBatch(777);
    try (RecordingReader reader = RecordingReader.open(file, options)) {
      while (reader.read(batch)) {
        all.append(batch, 0, batch.size());
      }
    }
    return all;
  }
}
