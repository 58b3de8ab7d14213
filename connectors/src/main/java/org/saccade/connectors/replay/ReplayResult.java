package org.saccade.connectors.replay;

import org.saccade.schemas.codec.ViolationCounts;

/**
 * What a replay came to.
 *
 * @param firstSession session of the first pass
 * @param lastSession session of the latest pass
 * @param passes passes begun
 * @param complete whether all passes were played to their end; false after a stop
 * @param packets packets given to the producer
 * @param acknowledged packets that the brokers acknowledged
 * @param failed packets and markers that the brokers refused
 * @param retried sends that the producer had to repeat (of all that share it)
 * @param firstError why the first of the failed was refused; null: none
 * @param events events in the packets given
 * @param edges trigger edges, of sampled recordings markers, met
 * @param markers of them, those that were sent and acknowledged
 * @param bytes bytes of record values given, before compression
 * @param sensorMicros sensor time from the first to the last event, of all passes together
 * @param wallNanos wall time from the first packet to the last acknowledgement
 * @param behindNanos how late the last packet was
 * @param worstBehindNanos how late the latest packet was
 * @param violations what was wrong with the recording, of all passes together
 */
public record ReplayResult(
    String firstSession,
    String lastSession,
    int passes,
    boolean complete,
    long packets,
    long acknowledged,
    long failed,
    long retried,
    String firstError,
    long events,
    long edges,
    long markers,
    long bytes,
    long sensorMicros,
    long wallNanos,
    long behindNanos,
    long worstBehindNanos,
    ViolationCounts violations) {}
