package org.saccade.connectors.replay;

import java.util.concurrent.locks.LockSupport;

/** The time by which a replay is paced. */
public interface WallClock {
  /** The machine's monotonic clock. */
  WallClock SYSTEM =
      new WallClock() {
        @Override
        public long nanos() {
          return System.nanoTime();
        }

        @Override
        public void await(long nanos) throws InterruptedException {
          for (long wait = nanos - nanos(); wait > 0; wait = nanos - nanos()) {
            LockSupport.parkNanos(this, wait);
            if (Thread.interrupted()) {
              throw new InterruptedException();
            }
          }
        }
      };

  /** Now, in nanoseconds from a fixed but unknown origin. */
  long nanos();

  /** Returns when {@link #nanos} has reached a time, at once if it has. */
  void await(long nanos) throws InterruptedException;
}
