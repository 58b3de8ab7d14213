package org.saccade.local.replay;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.apache.kafka.clients.producer.Producer;
import org.saccade.connectors.recording.ReadOptions;
import org.saccade.connectors.recording.RecordingHeader;
import org.saccade.connectors.recording.RecordingScan;
import org.saccade.connectors.recording.UnreadableRecordingException;
import org.saccade.connectors.replay.OpenRecording;
import org.saccade.connectors.replay.Replay;
import org.saccade.connectors.replay.ReplayResult;
import org.saccade.connectors.replay.ReplaySettings;
import org.saccade.connectors.replay.WallClock;

/** Recordings that are played side by side, a thread each. */
public final class Replays {
  private Replays() {}

  /**
   * A recording and how it is played.
   *
   * @param file where it is; null: it is no file
   */
  public record Source(ReplaySettings settings, OpenRecording.Opener opener, Path file) {}

  /** A sensor's name where none is given: the file's name without its ending. */
  public static String streamOf(Path file) {
    String name = file.getFileName().toString();
    int dot = name.lastIndexOf('.');
    return dot > 0 ? name.substring(0, dot) : name;
  }

  /**
   * Opens each recording once before anything is sent, and looks through those that do not say
   * their geometry: it is then what their events span.
   */
  public static void checkReadable(List<Source> sources, ReadOptions options) throws IOException {
    for (int i = 0; i < sources.size(); i++) {
      Source source = sources.get(i);
      boolean known;
      try (OpenRecording open = source.opener().open()) {
        known = open.width() > 0 && open.height() > 0;
      }
      if (!known && source.file() != null) {
        RecordingHeader header = RecordingScan.of(source.file(), options).headerWithGeometry();
        if (!header.hasGeometry()) {
          throw new UnreadableRecordingException(
              source.file() + ": holds no events and says no geometry; add --geometry WxH");
        }
        sources.set(
            i,
            new Source(
                source.settings().withGeometry(header.width(), header.height()),
                source.opener(),
                source.file()));
      }
    }
  }

  /** Plays all of them to their end, or until the process is interrupted; results in order. */
  public static List<ReplayResult> run(
      List<Source> sources, Producer<byte[], byte[]> producer, String task)
      throws IOException, InterruptedException {
    List<Replay> replays = new ArrayList<>();
    List<Callable<ReplayResult>> runs = new ArrayList<>();
    try (Progress progress = Progress.of(task, sources.size())) {
      for (int i = 0; i < sources.size(); i++) {
        Replay replay =
            new Replay(sources.get(i).settings(), producer, WallClock.SYSTEM, progress.of(i));
        OpenRecording.Opener opener = sources.get(i).opener();
        replays.add(replay);
        runs.add(() -> replay.run(opener));
      }
      return SideBySide.run(runs, () -> replays.forEach(Replay::stop));
    }
  }
}
