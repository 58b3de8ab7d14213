package org.saccade.local.cli;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * Holds an interrupted process until what it was doing has come to its end: sessions are ended, and
 * figures told.
 */
final class AtInterrupt implements AutoCloseable {
  private static final long PATIENCE_SECONDS = 10;

  private final CountDownLatch ended = new CountDownLatch(1);
  private final Thread hook = new Thread(this::await, "await-end");

  private AtInterrupt() {
    Runtime.getRuntime().addShutdownHook(hook);
  }

  /** From here until it is closed; at most {@value #PATIENCE_SECONDS} seconds. */
  static AtInterrupt awaitEnd() {
    return new AtInterrupt();
  }

  private void await() {
    try {
      var unused = ended.await(PATIENCE_SECONDS, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public void close() {
    System.out.flush();
    ended.countDown();
    try {
      Runtime.getRuntime().removeShutdownHook(hook);
    } catch (IllegalStateException e) {
      // The process is ending: that is what this was for.
    }
  }
}
