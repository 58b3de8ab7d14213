package org.saccade.operators.classify;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.FutureTask;
import java.util.concurrent.Semaphore;
import org.saccade.schemas.batch.EventBatch;

/**
 * A subtask's windows that are being classified. Only so many are at a time: who brings one more
 * waits, and with it the subtask's input.
 */
final class WindowsInWork implements AutoCloseable {
  /** Windows in work a thread: one that is worked on, one that waits for it. */
  private static final int DEPTH = 2;

  private final ClassifyThreads threads;
  private final Runnable finished;
  private final Semaphore room;
  private final Queue<EventBatch> spare = new ConcurrentLinkedQueue<>();
  private final Set<StreamAnswers> waiting = new LinkedHashSet<>();

  /**
   * @param threads closed with this
   * @param finished called, by any thread, when a window has been classified
   */
  WindowsInWork(ClassifyThreads threads, Runnable finished) {
    this.threads = threads;
    this.finished = finished;
    this.room = new Semaphore(DEPTH * threads.count());
  }

  /** Begins to classify a copy of a window; waits for room. */
  FutureTask<Said> begin(LoadedModel model, EventBatch window, long seed) {
    try {
      room.acquire();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while a window waited to be classified", e);
    }
    EventBatch kept = spare.poll();
    EventBatch copy = kept == null ? new EventBatch(Math.max(1, window.size())) : kept;
    copy.clear();
    copy.append(window, 0, window.size());
    FutureTask<Said> work =
        new FutureTask<>(
            () -> {
              try {
                return threads.classify(model, copy, seed);
              } finally {
                spare.add(copy);
              }
            }) {
          @Override
          protected void done() {
            room.release();
            finished.run();
          }
        };
    threads.execute(work);
    return work;
  }

  /** A stream has windows in work. */
  void wait(StreamAnswers stream) {
    waiting.add(stream);
  }

  /** Lets every stream tell those answers that are there. */
  void tellReady() {
    waiting.removeIf(StreamAnswers::tellReady);
  }

  /** Waits until all have been classified, and tells. */
  void tellAll() {
    for (StreamAnswers stream : new ArrayList<>(waiting)) {
      stream.tellAll();
    }
    waiting.clear();
  }

  @Override
  public void close() {
    waiting.forEach(StreamAnswers::forget);
    threads.close();
  }
}
