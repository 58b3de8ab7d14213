package org.saccade.operators.signal.chain;

/**
 * A channel as the chain knows it.
 *
 * @param name its own among the channels of a signal
 * @param kind what it measures, as one word in capitals: {@code EEG}
 */
public record Lead(String name, String kind) {}
