package org.saccade.connectors.recording;

/**
 * What of a sampled recording is read.
 *
 * @param stream which, where the signals have several rates; {@link #MAIN}: the one with the most
 *     samples
 * @param keepIdentifiers whether what the header says of the patient and the recording is given on;
 *     by default it does not leave the reader
 */
public record SampleOptions(int stream, boolean keepIdentifiers) {
  /** The stream with the most samples. */
  public static final int MAIN = -1;

  /** The main stream, without identifiers. */
  public static final SampleOptions DEFAULT = new SampleOptions(MAIN, false);

  public SampleOptions {
    if (stream < MAIN) {
      throw new IllegalArgumentException("stream=" + stream + " must be at least " + MAIN);
    }
  }

  public SampleOptions withStream(int number) {
    return new SampleOptions(number, keepIdentifiers);
  }
}
