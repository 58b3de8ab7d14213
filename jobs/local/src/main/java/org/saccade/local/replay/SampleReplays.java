package org.saccade.local.replay;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.apache.kafka.clients.producer.Producer;
import org.saccade.connectors.replay.ReplayResult;
import org.saccade.connectors.replay.ReplaySettings;
import org.saccade.connectors.replay.SampleReplay;
import org.saccade.connectors.replay.WallClock;

/** Sampled recordings that are played side by side, a thread each. */
public final class SampleReplays {
  private SampleReplays() {}

  /**
   * A recording and how it is played.
   *
   * @param samplesPerPacket most samples of a packet
   * @param startMicros sensor time at which all streams of its recording begin; null: its own first
   */
  public record Source(
      ReplaySettings settings, SampleReplay.Opener opener, int samplesPerPacket, Long startMicros) {
    /** The only stream of a recording. */
    public Source(ReplaySettings settings, SampleReplay.Opener opener, int samplesPerPacket) {
      this(settings, opener, samplesPerPacket, null);
    }
  }

  /** Plays all of them to their end, or until the process is interrupted; results in order. */
  public static List<ReplayResult> run(List<Source> sources, Producer<byte[], byte[]> producer)
      throws IOException, InterruptedException {
    List<SampleReplay> replays = new ArrayList<>();
    List<Callable<ReplayResult>> runs = new ArrayList<>();
    for (Source source : sources) {
      SampleReplay replay =
          new SampleReplay(
              source.settings(),
              producer,
              WallClock.SYSTEM,
              source.samplesPerPacket(),
              source.startMicros());
      replays.add(replay);
      runs.add(() -> replay.run(source.opener()));
    }
    return SideBySide.run(runs, () -> replays.forEach(SampleReplay::stop));
  }
}
