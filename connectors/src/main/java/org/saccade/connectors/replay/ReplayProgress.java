package org.saccade.connectors.replay;

/**
 * Where a replay stands.
 *
 * @param pass number of the pass, from 1
 * @param fraction how much of the recording this pass has read, 0 to 1; below 0: unknown
 * @param packets packets given to the producer, of all passes
 * @param acknowledged packets that the brokers have acknowledged
 * @param events events in the packets given
 * @param bytes bytes of record values given, before compression
 * @param sensorMicros sensor time since the start of this pass
 * @param wallNanos wall time since the start of the replay
 * @param behindNanos how late the latest packet was
 */
public record ReplayProgress(
    int pass,
    double fraction,
    long packets,
    long acknowledged,
    long events,
    long bytes,
    long sensorMicros,
    long wallNanos,
    long behindNanos) {

  /** Told of progress, on the replay's thread. */
  @FunctionalInterface
  public interface Listener {
    /** Tells nobody. */
    Listener NONE = progress -> {};

    void at(ReplayProgress progress);
  }
}
