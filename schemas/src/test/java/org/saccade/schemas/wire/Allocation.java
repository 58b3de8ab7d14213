package org.saccade.schemas.wire;

import java.lang.management.ManagementFactory;

/** Bytes that this thread has allocated so far, as the JVM counts them. */
final class Allocation {
  private static final com.sun.management.ThreadMXBean THREADS =
      (com.sun.management.ThreadMXBean) ManagementFactory.getThreadMXBean();

  private Allocation() {}

  static long bytes() {
    return THREADS.getThreadAllocatedBytes(Thread.currentThread().getId());
  }
}
