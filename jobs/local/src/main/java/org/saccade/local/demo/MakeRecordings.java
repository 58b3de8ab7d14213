package org.saccade.local.demo;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.saccade.connectors.recording.EventFormat;
import org.saccade.connectors.recording.EventFormats;
import org.saccade.connectors.recording.EventWriter;
import org.saccade.connectors.recording.RecordingHeader;
import org.saccade.connectors.recording.WriteOptions;
import org.saccade.schemas.codec.ViolationCounts;
import org.saccade.simulators.DemoCameras;
import org.saccade.simulators.SimulatedCamera;
import org.saccade.simulators.gaze.GazeSimulation;

/**
 * Makes the recordings that ship: the simulated cameras, each in a format that can hold its clock,
 * and simulated gaze.
 *
 * <pre>java -cp 'jobs/local/target/saccade.jar' org.saccade.local.demo.MakeRecordings \
 *   test-data/recordings</pre>
 */
public final class MakeRecordings {
  private static final Map<String, String> FORMATS =
      Map.of(
          "bars",
          "evt3",
          "fan",
          "dat",
          "dots",
          "csv",
          "lamp-box",
          "evt2",
          "burst",
          "evt3",
          "change",
          "evt3");

  /** File of the gaze. */
  static final String GAZE = "eyes.csv";

  private static final double GAZE_SECONDS = 6;
  private static final long GAZE_SEED = 11;

  /** A day after power-on. */
  private static final long GAZE_ORIGIN = 86_400_000_000L;

  private MakeRecordings() {}

  public static void main(String[] args) throws IOException {
    if (args.length != 1) {
      System.err.println("expected one argument: the folder to write to");
      System.exit(2);
    }
    write(Path.of(args[0]));
  }

  /** Writes all of them into a folder; what is there is replaced. */
  public static void write(Path folder) throws IOException {
    Files.createDirectories(folder);
    GazeFile.write(
        folder.resolve(GAZE), GazeSimulation.of(GAZE_SECONDS, GAZE_SEED).run(), GAZE_ORIGIN);
    for (SimulatedCamera camera : DemoCameras.all()) {
      EventFormat format = EventFormats.named(FORMATS.get(camera.name())).orElseThrow();
      Path file = folder.resolve(camera.name() + format.extension());
      RecordingHeader header =
          new RecordingHeader(
              format.name(),
              camera.width(),
              camera.height(),
              Map.of(),
              0,
              null,
              new ViolationCounts());
      try (EventWriter writer =
          format.writer(
              new BufferedOutputStream(Files.newOutputStream(file)),
              header,
              WriteOptions.DEFAULT)) {
        camera
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
    }
  }
}
