package org.saccade.local.demo;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.saccade.connectors.recording.EventFormat;
import org.saccade.connectors.recording.EventFormats;
import org.saccade.connectors.recording.EventWriter;
import org.saccade.connectors.recording.RecordingHeader;
import org.saccade.connectors.recording.WriteOptions;
import org.saccade.schemas.codec.ViolationCounts;
import org.saccade.simulators.gesture.Gesture;
import org.saccade.simulators.gesture.GestureSet;
import org.saccade.simulators.gesture.Performance;
import org.saccade.simulators.gesture.Trial;

/**
 * Somebody whom the model never saw makes ten gestures, 1.5 s each, on topics of their own, so that
 * the model looks at nothing else.
 *
 * @param recording the events
 * @param model that looks at them
 * @param truth what is made when, by sensor time
 */
record DemoGestures(Path recording, Path model, List<Performance.Span> truth) {
  /** Name of the stream. */
  static final String STREAM = "gestures";

  /** How much faster than the events it is replayed. */
  static final double HASTE = 2;

  /** Topic of its events. */
  static final String EVENTS = "demo.gestures";

  /** Topic of what the job tells of the stream itself. */
  static final String HEALTH = "demo.gestures.health";

  private static final double SECONDS = 1.5;

  /** No set that is trained on has it. */
  private static final long SEED = 2026;

  private static final String FORMAT = "dat";

  /** Makes them. */
  static DemoGestures in(Path folder) throws IOException {
    List<Gesture> named =
        Arrays.stream(Gesture.values()).filter(g -> g != Gesture.OTHER_GESTURES).toList();
    Trial trial = GestureSet.of(1, SECONDS, SEED).withGestures(named).trial(0);
    EventFormat format = EventFormats.named(FORMAT).orElseThrow();
    Path file = folder.resolve(STREAM + format.extension());
    RecordingHeader header =
        new RecordingHeader(
            FORMAT,
            trial.scene().width(),
            trial.scene().height(),
            Map.of(),
            0,
            null,
            new ViolationCounts());
    try (EventWriter writer =
        format.writer(
            new BufferedOutputStream(Files.newOutputStream(file)), header, WriteOptions.DEFAULT)) {
      trial
          .simulation()
          .run(
              batch -> {
                try {
                  writer.write(batch);
                } catch (IOException e) {
                  throw new UncheckedIOException(e);
                }
              });
    }
    Path model = folder.resolve("gestures.safetensors");
    try (InputStream in = DemoGestures.class.getResourceAsStream("/models/gestures.safetensors")) {
      if (in == null) {
        throw new IOException("the program's jar holds no model gestures.safetensors");
      }
      Files.copy(in, model, StandardCopyOption.REPLACE_EXISTING);
    }
    return new DemoGestures(file, model, trial.labels());
  }
}
