package org.saccade.operators.signal.watch;

/** Takes what begins and what ends. */
public interface ConditionSink {
  /**
   * A condition is known.
   *
   * @param channel whose; −1: of all
   * @param number of the condition, which no other of the recording has
   * @param start number of its first sample
   * @param known number of the sample behind the one at which it became known
   * @param size what the kind says: of {@link Condition#GAIN} the factor, of {@link
   *     Condition#NOISY} how many times louder than the others
   * @return anything, to be given back when it closes
   */
  double open(Condition what, int channel, long number, long start, long known, double size);

  /**
   * It is over.
   *
   * @param token what {@link #open} returned
   * @param start number of its first sample
   * @param end number of the sample behind its last
   * @param ended whether the recording is over, not the condition
   */
  void close(
      Condition what, int channel, long number, double token, long start, long end, boolean ended);
}
