package org.saccade.operators.sequence;

/**
 * Something that happened to the order of a stream.
 *
 * @param kind what
 * @param session session that it happened in
 * @param start sensor time from which it speaks, microseconds
 * @param end sensor time up to which it speaks, microseconds
 * @param count packets: how many are missing, late, double
 * @param ordinal number among what was told of this session, from 0
 * @param detail a sentence for a person
 */
public record SequenceEvent(
    Kind kind, String session, long start, long end, long count, long ordinal, String detail) {

  /** Kinds; the names are those of the health records. */
  public enum Kind {
    /** Packets are missing. */
    GAP,
    /** A packet came that had come before. */
    DUPLICATE,
    /** A packet came after its place was given up, or after its session had ended. */
    LATE,
    /** The sensor's clock started anew. */
    CLOCK_RESET
  }
}
