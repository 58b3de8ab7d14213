package org.saccade.operators.sequence;

/**
 * What became of a session's packets.
 *
 * @param accepted packets accepted in order
 * @param gaps gaps
 * @param missing packets missing in all gaps
 * @param duplicates packets that came again
 * @param late packets that came after their place was given up
 * @param reordered accepted packets that came after one with a higher sequence (RFC 4737's sense)
 */
public record SessionCounts(
    long accepted, long gaps, long missing, long duplicates, long late, long reordered) {}
