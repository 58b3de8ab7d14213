package org.saccade.operators.classify;

import java.io.Serializable;
import java.time.Duration;
import org.saccade.operators.sequence.SequenceBounds;
import org.saccade.operators.stream.StreamRecords;

/**
 * The configuration of {@link KeyedClassifyOperator}.
 *
 * @param order bounds of the reorder buffer, and what a reset of the clock is
 * @param model the bytes of the model's file, with which a stream begins; nobody changes them
 * @param steps time steps that are run; 0: all of the model's
 * @param sure confidence at which fewer are enough, looked at from {@code steps} (or a quarter of
 *     the model's) on at every second; 0: never
 * @param votes whether a session's windows vote when it ends
 * @param byMarkers whether a window is what lies between two markers
 * @param staggered whether sensors' windows are moved apart
 * @param events most events that are kept of a stream
 * @param cacheBytes memory for the working copies of all keys of one subtask
 * @param expiry machine time after which a key that sent nothing is closed and forgotten
 * @param idle machine time of silence after which an {@code IDLE} record is sent; zero: never
 * @param threads of a process on which windows are classified; 0: one a processor
 */
@SuppressWarnings("ArrayRecordComponent") // compared by nobody
public record ClassifyParameters(
    SequenceBounds order,
    byte[] model,
    int steps,
    double sure,
    boolean votes,
    boolean byMarkers,
    boolean staggered,
    int events,
    long cacheBytes,
    Duration expiry,
    Duration idle,
    int threads)
    implements Serializable {
  private static final long serialVersionUID = 1L;

  /** All steps, no votes, windows by time, 256 Ki events, 256 MiB, 7 days. */
  public static ClassifyParameters of(byte[] model) {
    return new ClassifyParameters(
        SequenceBounds.DEFAULTS,
        model,
        0,
        0,
        false,
        false,
        true,
        1 << 18,
        256L << 20,
        Duration.ofDays(7),
        Duration.ZERO,
        0);
  }

  /** With votes, or without. */
  public ClassifyParameters withVotes(boolean vote) {
    return new ClassifyParameters(
        order,
        model,
        steps,
        sure,
        vote,
        byMarkers,
        staggered,
        events,
        cacheBytes,
        expiry,
        idle,
        threads);
  }

  /** With windows between markers, or by time. */
  public ClassifyParameters withMarkers(boolean markers) {
    return new ClassifyParameters(
        order,
        model,
        steps,
        sure,
        votes,
        markers,
        staggered,
        events,
        cacheBytes,
        expiry,
        idle,
        threads);
  }

  /** With windows moved apart, or not. */
  public ClassifyParameters withStagger(boolean apart) {
    return new ClassifyParameters(
        order,
        model,
        steps,
        sure,
        votes,
        byMarkers,
        apart,
        events,
        cacheBytes,
        expiry,
        idle,
        threads);
  }

  /** On so many threads. */
  public ClassifyParameters withThreads(int many) {
    return new ClassifyParameters(
        order,
        model,
        steps,
        sure,
        votes,
        byMarkers,
        staggered,
        events,
        cacheBytes,
        expiry,
        idle,
        many);
  }

  /** First 16 hexadecimal digits of SHA-256 over what the outputs depend on, but the model. */
  public String digest() {
    return StreamRecords.digest(
        String.join(
            ";",
            "order=" + order.packets() + "," + order.micros() + "," + order.clockResetMicros(),
            "steps=" + steps,
            "sure=" + sure,
            "votes=" + votes,
            "markers=" + byMarkers,
            "staggered=" + staggered,
            "events=" + events));
  }
}
