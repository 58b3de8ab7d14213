package org.saccade.connectors.recording;

import org.saccade.schemas.codec.ViolationCounts;

/**
 * What a copy of a recording in another format came to.
 *
 * @param header of the stream that was copied, or of the first of several
 * @param channels signals written
 * @param samples of each channel, of all streams together
 * @param markers that were written too
 * @param markersLeft that the format has no place for
 * @param padded samples that the format made necessary at the ends of stretches
 * @param rounded largest difference of a physical value written to the one read, in its unit
 * @param violations what was wrong with the recording
 */
public record SampleCopy(
    SampleHeader header,
    int channels,
    long samples,
    long markers,
    long markersLeft,
    long padded,
    double rounded,
    ViolationCounts violations) {}
