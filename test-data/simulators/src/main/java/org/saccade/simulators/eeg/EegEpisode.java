package org.saccade.simulators.eeg;

/**
 * Something that is true of a recording for some time.
 *
 * @param channel whose it is; −1: of all
 * @param from its first sample
 * @param to behind its last
 * @param size what the kind says
 */
public record EegEpisode(Kind kind, int channel, int from, int to, double size) {
  /** What. */
  public enum Kind {
    /** Alpha rhythm; size: amplitude at the back, µV. */
    RHYTHM,
    /** Lids close and open; size: amplitude at the forehead, µV. */
    BLINK,
    /** Muscles of the channel's surroundings are tense; size: standard deviation, µV. */
    MUSCLE,
    /** The channel's electrode jumps; size: by how much, µV. */
    POP,
    /** The channel holds its last value. */
    DEAD,
    /** The channel is stuck at the amplifier's upper limit. */
    RAILED,
    /** The channel's electrode is loose; size: standard deviation of its noise, µV. */
    NOISY,
    /** The amplifier's gain is {@code size} times what it was. */
    GAIN,
    /** The samples are lost. */
    GAP,
    /** From the first sample on the clock is {@code size} microseconds further. */
    CLOCK
  }

  public EegEpisode {
    if (from < 0 || to < from) {
      throw new IllegalArgumentException(
          kind + " from sample " + from + " to " + to + ": must be ascending from 0");
    }
  }

  boolean covers(int sample) {
    return sample >= from && sample < to;
  }
}
