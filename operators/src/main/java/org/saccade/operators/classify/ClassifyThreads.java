package org.saccade.operators.classify;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.FutureTask;
import org.saccade.operators.spikepoint.SpikePoint;
import org.saccade.operators.spikepoint.SpikePointModel;
import org.saccade.schemas.batch.EventBatch;

/**
 * The threads on which a process classifies windows, whichever sensors and subtasks they are of;
 * first come, first served. They end with the last subtask that uses them. Each has networks of its
 * own, of the models that it worked with last.
 */
final class ClassifyThreads implements AutoCloseable {
  /** Networks that a thread keeps. */
  private static final int MOST_NETWORKS = 4;

  private static final Map<Integer, ClassifyThreads> OPEN = new HashMap<>();

  private final int count;
  private final ExecutorService executor;
  private final ThreadLocal<Map<String, SpikePoint>> networks =
      ThreadLocal.withInitial(LeastRecentLeaves::new);
  private int users;

  private ClassifyThreads(int count) {
    this.count = count;
    executor =
        Executors.newFixedThreadPool(
            count,
            work -> {
              Thread thread = new Thread(work, "classify");
              thread.setDaemon(true);
              return thread;
            });
  }

  /**
   * Those of this process, to be closed by whoever opened them.
   *
   * @param threads how many; 0: one a processor
   */
  static ClassifyThreads open(int threads) {
    int count = threads == 0 ? Runtime.getRuntime().availableProcessors() : threads;
    synchronized (OPEN) {
      ClassifyThreads shared = OPEN.computeIfAbsent(count, ClassifyThreads::new);
      shared.users++;
      return shared;
    }
  }

  int count() {
    return count;
  }

  void execute(FutureTask<Said> work) {
    executor.execute(work);
  }

  /** Classifies a window; to be called on one of the threads. */
  Said classify(LoadedModel model, EventBatch window, long seed) {
    SpikePointModel spikes = model.model();
    SpikePoint network =
        networks.get().computeIfAbsent(spikes.digest(), digest -> new SpikePoint(spikes));
    return Said.by(network, spikes.labels().size(), window, seed, model.exit());
  }

  @Override
  public void close() {
    synchronized (OPEN) {
      if (--users == 0) {
        OPEN.remove(count);
        executor.shutdownNow();
      }
    }
  }

  private static final class LeastRecentLeaves extends LinkedHashMap<String, SpikePoint> {
    private static final long serialVersionUID = 1L;

    LeastRecentLeaves() {
      super(16, 0.75f, true);
    }

    @Override
    protected boolean removeEldestEntry(Map.Entry<String, SpikePoint> eldest) {
      return size() > MOST_NETWORKS;
    }
  }
}
