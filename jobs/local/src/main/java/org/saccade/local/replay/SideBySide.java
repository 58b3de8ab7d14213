package org.saccade.local.replay;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.saccade.connectors.replay.ReplayResult;

/** Replays that run at once, a thread each, and are stopped together. */
final class SideBySide {
  private SideBySide() {}

  /**
   * Runs all of them to their end, or until the process is interrupted.
   *
   * @param stop ends every replay at its next packet
   * @return results in order
   */
  static List<ReplayResult> run(List<Callable<ReplayResult>> replays, Runnable stop)
      throws IOException, InterruptedException {
    Thread hook = new Thread(stop, "stop-replays");
    Runtime.getRuntime().addShutdownHook(hook);
    ExecutorService threads = Executors.newFixedThreadPool(replays.size());
    try {
      List<Future<ReplayResult>> running = new ArrayList<>();
      for (Callable<ReplayResult> replay : replays) {
        running.add(threads.submit(replay));
      }
      List<ReplayResult> results = new ArrayList<>();
      for (Future<ReplayResult> one : running) {
        results.add(one.get());
      }
      return results;
    } catch (ExecutionException e) {
      stop.run();
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
