package org.saccade.local.replay;

import java.util.Locale;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;
import org.saccade.connectors.replay.ReplayProgress;

/** How far the replays are: a bar on a terminal, a line every few seconds elsewhere. */
final class Progress implements AutoCloseable {
  private static final long LINE_NANOS = 5_000_000_000L;

  private final String task;
  private final double[] fractions;
  private final long[] events;
  private final ProgressBar bar;
  private long toldNanos = System.nanoTime();

  private Progress(String task, int replays, ProgressBar bar) {
    this.task = task;
    fractions = new double[replays];
    events = new long[replays];
    this.bar = bar;
  }

  static Progress of(String task, int replays) {
    ProgressBar bar =
        System.console() == null
            ? null
            : new ProgressBarBuilder()
                .setTaskName(task)
                .setInitialMax(1000)
                .setStyle(ProgressBarStyle.ASCII)
                .setUpdateIntervalMillis(200)
                .build();
    return new Progress(task, replays, bar);
  }

  /** The listener of one of the replays. */
  ReplayProgress.Listener of(int replay) {
    return progress -> at(replay, progress);
  }

  private synchronized void at(int replay, ReplayProgress progress) {
    fractions[replay] = Math.max(0, progress.fraction());
    events[replay] = progress.events();
    double done = 0;
    long sent = 0;
    for (int i = 0; i < fractions.length; i++) {
      done += fractions[i] / fractions.length;
      sent += events[i];
    }
    if (bar != null) {
      bar.stepTo(Math.round(1000 * done));
      bar.setExtraMessage(String.format(Locale.ROOT, "%,d events", sent));
    } else if (System.nanoTime() - toldNanos >= LINE_NANOS) {
      toldNanos = System.nanoTime();
      System.err.printf(Locale.ROOT, "%s: %.0f %%, %,d events%n", task, 100 * done, sent);
    }
  }

  @Override
  public void close() {
    if (bar != null) {
      bar.close();
    }
  }
}
