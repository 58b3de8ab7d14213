package org.saccade.connectors.recording;

import org.saccade.schemas.packet.SampleChannel;
import org.saccade.schemas.packet.SampleRate;

/**
 * One signal of a file.
 *
 * @param channel what it measures
 * @param rate samples a second
 * @param stream number of the stream it belongs to, from 0: signals of one rate are one stream
 * @param index its number among the channels of that stream
 */
public record SampleSignal(SampleChannel channel, SampleRate rate, int stream, int index) {}
