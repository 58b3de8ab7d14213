package org.saccade.local.replay;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
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
    for (Source source : sources) {
      replays.add(
          new SampleReplay(
              source.settings(),
              producer,
              WallClock.SYSTEM,
              source.samplesPerPacket(),
              source.startMicros()));
    }
    Thread hook = new Thread(() -> replays.forEach(SampleReplay::stop), "stop-sample-replays");
    Runtime.getRuntime().addShutdownHook(hook);
    ExecutorService threads = Executors.newFixedThreadPool(sources.size());
    try {
      List<Future<ReplayResult>> running = new ArrayList<>();
      for (int i = 0; i < sources.size(); i++) {
        SampleReplay replay = replays.get(i);
        SampleReplay.Opener opener = sources.get(i).opener();
        running.add(threads.submit(() -> replay.run(opener)));
      }
      List<ReplayResult> results = new ArrayList<>();
      for (Future<ReplayResult> one : running) {
        results.add(one.get());
      }
      return results;
    } catch (ExecutionException e) {
      replays.forEach(SampleReplay::stop);
      if (e.getCause() instanceof IOException io) {
        throw io;
      }
      if (e.getCause() instanceof RuntimeException runtime) {
        throw runtime;
      }
      throw new IOException(e.getCause());
    } finally {
      threads.shutdown();
      try {
        Runtime.getRuntime().removeShutdownHook(hook);
      } catch (IllegalStateException e) {
        // The process is ending: the hook has run.
      }
    }
  }
}
