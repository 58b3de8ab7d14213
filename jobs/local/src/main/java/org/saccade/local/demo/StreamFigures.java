package org.saccade.local.demo;

import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;

/** What was seen of one stream on the topics. */
public final class StreamFigures {
  long packetsIn;
  long eventsIn;
  long packetsOut;
  long eventsOut;
  long features;
  final Map<String, Long> health = new TreeMap<>();
  String summary = "";
  boolean lastIn;
  boolean lastOut;

  private int[] latencies = new int[256];
  private int latencyCount;

  void latency(long millis) {
    if (latencyCount == latencies.length) {
      latencies = Arrays.copyOf(latencies, 2 * latencyCount);
    }
    latencies[latencyCount++] = (int) Math.max(0, Math.min(Integer.MAX_VALUE, millis));
  }

  /** A quantile of the latencies, milliseconds; -1 where none was measured. */
  long latencyMillis(double quantile) {
    if (latencyCount == 0) {
      return -1;
    }
    int[] sorted = Arrays.copyOf(latencies, latencyCount);
    Arrays.sort(sorted);
    return sorted[(int) Math.min(latencyCount - 1L, (long) Math.floor(quantile * latencyCount))];
  }

  /**
   * Whether its session has ended and all of it has been seen: a topic keeps a stream's order, so
   * the last packet is the last; how many features there are, the summary says.
   */
  boolean done() {
    return lastIn && lastOut && features >= summarized(summary, "features");
  }

  /** A number of the session's summary; more than can be seen where there is none yet. */
  static long summarized(String summary, String key) {
    for (String pair : summary.split(" ", -1)) {
      if (pair.startsWith(key + "=")) {
        return Long.parseLong(pair.substring(key.length() + 1));
      }
    }
    return Long.MAX_VALUE;
  }
}
