package org.saccade.operators.events;

import java.io.Serializable;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.saccade.operators.rate.RateParameters;
import org.saccade.operators.sequence.SequenceBounds;
import org.saccade.operators.stage.StageKind;
import org.saccade.operators.stage.StageParameters;
import org.saccade.operators.stream.StreamRecords;

/**
 * The configuration of {@link KeyedEventOperator}. Start from {@link #DEFAULTS} and change what is
 * other.
 *
 * @param order bounds of the reorder buffer, and what a reset of the clock is
 * @param chain the stages that events go through, in order; at most 16 of a kind
 * @param cacheBytes memory for the working copies of all keys of one subtask, at least 1 MiB; a key
 *     beyond it is worked on from keyed state
 * @param expiry machine time after which a key that sent nothing is closed and forgotten
 * @param idle machine time of silence after which an {@code IDLE} record is sent; zero: never
 */
public record EventStreamParameters(
    SequenceBounds order,
    List<StageParameters> chain,
    long cacheBytes,
    Duration expiry,
    Duration idle)
    implements Serializable {

  /** Reordering over 16 packets and 100 ms, no filter, rates of 100 ms, 256 MiB, 7 days. */
  public static final EventStreamParameters DEFAULTS =
      new EventStreamParameters(
          SequenceBounds.DEFAULTS,
          List.of(new RateParameters(100_000)),
          256L << 20,
          Duration.ofDays(7),
          Duration.ZERO);

  private static final long serialVersionUID = 1L;

  public EventStreamParameters {
    StageParameters.check("reorderPackets", order.packets(), 0, 4096);
    StageParameters.check("reorderMicros", order.micros(), 0, 1L << 60);
    StageParameters.check("clockResetMicros", order.clockResetMicros(), 0, 1L << 60);
    chain = List.copyOf(chain);
    for (StageKind kind : StageKind.values()) {
      StageParameters.check(
          "stages of kind " + kind.title(),
          Collections.frequency(chain.stream().map(StageParameters::kind).toList(), kind),
          0,
          EventChain.MOST_OF_A_KIND);
    }
    StageParameters.check("cacheBytes", cacheBytes, 1L << 20, Long.MAX_VALUE);
    StageParameters.check("expiry in ms", expiry.toMillis(), 1, 1L << 50);
    StageParameters.check("idle in ms", idle.toMillis(), 0, 1L << 50);
  }

  /** With other bounds of the reorder buffer. */
  public EventStreamParameters withReorder(int packets, long micros) {
    SequenceBounds bounds = new SequenceBounds(packets, micros, order.clockResetMicros());
    return new EventStreamParameters(bounds, chain, cacheBytes, expiry, idle);
  }

  /** With another bound of falling back that makes a reset of the clock. */
  public EventStreamParameters withClockReset(long micros) {
    SequenceBounds bounds = new SequenceBounds(order.packets(), order.micros(), micros);
    return new EventStreamParameters(bounds, chain, cacheBytes, expiry, idle);
  }

  /** With these stages, in this order, instead. */
  public EventStreamParameters withChain(List<StageParameters> stages) {
    return new EventStreamParameters(order, stages, cacheBytes, expiry, idle);
  }

  /** With these stages, in this order, instead. */
  public EventStreamParameters withChain(StageParameters... stages) {
    return withChain(List.of(stages));
  }

  /** With other bounds on memory and on the machine's time. */
  public EventStreamParameters withKeeping(
      long bytesOfCache, Duration untilForgotten, Duration untilIdle) {
    return new EventStreamParameters(order, chain, bytesOfCache, untilForgotten, untilIdle);
  }

  /**
   * First 16 hexadecimal digits of SHA-256 over what the outputs depend on: order and chain, not
   * the cache, the expiry or the idle time.
   */
  public String digest() {
    List<String> parts = new ArrayList<>();
    parts.add("order=" + order.packets() + "," + order.micros() + "," + order.clockResetMicros());
    for (StageParameters stage : chain) {
      parts.add(stage.kind().title() + "=" + stage.text());
    }
    return StreamRecords.digest(String.join(";", parts));
  }
}
