package org.saccade.operators.classify;

import java.util.ArrayDeque;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.function.Consumer;
import org.saccade.schemas.Classification;
import org.saccade.schemas.Provenance;
import org.saccade.schemas.batch.EventBatch;

/** A stream's answers in the order of its windows, whichever was classified first. */
final class StreamAnswers {
  private final WindowsInWork work;
  private final Consumer<Classification> told;
  private final ArrayDeque<Due> due = new ArrayDeque<>();

  /**
   * @param told takes the answers
   */
  StreamAnswers(WindowsInWork work, Consumer<Classification> told) {
    this.work = work;
    this.told = told;
  }

  /** A window is to be classified; it may be overwritten when this returns. */
  void classify(LoadedModel model, EventBatch window, long seed, Provenance provenance) {
    due.add(new Due(work.begin(model, window, seed), model, window.size(), provenance));
    work.wait(this);
    work.tellReady();
  }

  /** A window that holds too few events. */
  void nothing(int events, Provenance provenance) {
    due.add(new Due(null, null, events, provenance));
    work.wait(this);
    work.tellReady();
  }

  /** Tells what has been classified; whether that was all. */
  boolean tellReady() {
    while (!due.isEmpty() && due.peek().isDone()) {
      told.accept(due.poll().answer());
    }
    return due.isEmpty();
  }

  /** Waits until all have been classified, and tells. */
  void tellAll() {
    while (!due.isEmpty()) {
      told.accept(due.poll().answer());
    }
  }

  /** Nothing more is told; what is in work is left undone. */
  void forget() {
    due.forEach(Due::cancel);
    due.clear();
  }

  /**
   * A window that is not told yet.
   *
   * @param said null: there was nothing to see
   */
  private record Due(FutureTask<Said> said, LoadedModel model, int events, Provenance provenance) {

    boolean isDone() {
      return said == null || said.isDone();
    }

    void cancel() {
      if (said != null) {
        said.cancel(false);
      }
    }

    Classification answer() {
      if (said == null) {
        return Answers.nothing(provenance, events);
      }
      try {
        return Answers.of(model, said.get(), events, provenance);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new IllegalStateException("interrupted while a window was classified", e);
      } catch (ExecutionException e) {
        throw new IllegalStateException(
            "a window of stream " + provenance.getStream() + " could not be classified",
            e.getCause());
      }
    }
  }
}
