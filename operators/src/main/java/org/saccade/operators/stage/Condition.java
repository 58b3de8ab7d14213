package org.saccade.operators.stage;

/**
 * A condition of the stream itself that begins, ends, or is a point in time. Of one stage at most
 * one condition of a kind is open at a time: the one that closes is the one that was open.
 *
 * @param start sensor time at which it begins, microseconds; of {@link State#CLOSED} the same as
 *     when it opened
 * @param end sensor time up to which it is known, microseconds; of {@link State#OPEN} the start
 * @param count how many of what the kind says
 * @param detail a sentence for a person, bounded in length
 */
public record Condition(Kind kind, State state, long start, long end, long count, String detail)
    implements StageOutput {

  /** What it is a condition of. */
  public enum Kind {
    /** Pixels fire by themselves; counted are pixels. */
    HOT_PIXELS,
    /** More events than a bound; counted are those that were dropped. */
    RATE
  }

  /** Where in the condition's life this is. */
  public enum State {
    POINT,
    OPEN,
    CLOSED
  }
}
