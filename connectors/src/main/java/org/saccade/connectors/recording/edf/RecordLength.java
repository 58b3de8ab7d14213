package org.saccade.connectors.recording.edf;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.List;
import org.saccade.connectors.recording.SampleContents;
import org.saccade.schemas.packet.SampleRate;

/**
 * How long a record is: so long that every stream has a whole number of samples in it, that its
 * duration can be written in eight characters without rounding, that stretches fill their records,
 * and else about a second.
 *
 * @param samples of each stream in a record
 * @param seconds what is written as duration
 * @param padded samples of the first stream that stretches lack to fill their last records
 */
record RecordLength(int[] samples, BigDecimal seconds, long padded) {
  /** The format recommends that records have no more. */
  private static final int MOST_BYTES = 61_440;

  private static final int MOST_SAMPLES = 1 << 16;
  private static final double MOST_SECONDS = 60;

  /** Smaller records are mostly annotations: of many of them rather a padded end. */
  private static final int LEAST_BYTES = 32;

  private static final int MANY_RECORDS = 10_000;

  /**
   * @return null where there is none: the rates have no common record
   */
  static RecordLength of(List<SampleContents> streams, int width) {
    RecordLength best = null;
    double bestCost = Double.POSITIVE_INFINITY;
    SampleRate rate = streams.get(0).header().rate();
    for (int n = 1; n <= MOST_SAMPLES; n++) {
      double length = n / rate.hz();
      if (length > MOST_SECONDS && best != null) {
        break;
      }
      RecordLength one = of(streams, n, width);
      if (one == null) {
        continue;
      }
      // Nothing padded first, then near to a second.
      double cost = one.padded * 1e3 + Math.abs(Math.log(length));
      boolean many = streams.get(0).samples() / n > MANY_RECORDS;
      if (many && one.bytes(streams, width) < LEAST_BYTES) {
        cost += 1e6;
      }
      if (cost < bestCost) {
        best = one;
        bestCost = cost;
      }
    }
    return best;
  }

  private long bytes(List<SampleContents> streams, int width) {
    long bytes = 0;
    for (int s = 0; s < streams.size(); s++) {
      bytes += (long) samples[s] * width * streams.get(s).header().channels().size();
    }
    return bytes;
  }

  private static RecordLength of(List<SampleContents> streams, int n, int width) {
    SampleRate rate = streams.get(0).header().rate();
    BigDecimal seconds =
        BigDecimal.valueOf(n)
            .multiply(BigDecimal.valueOf(rate.denominator()))
            .divide(BigDecimal.valueOf(rate.numerator()), new MathContext(12, RoundingMode.DOWN))
            .stripTrailingZeros();
    boolean exact =
        seconds
                .multiply(BigDecimal.valueOf(rate.numerator()))
                .compareTo(BigDecimal.valueOf(n).multiply(BigDecimal.valueOf(rate.denominator())))
            == 0;
    if (!exact || seconds.toPlainString().length() > 8) {
      return null;
    }
    int[] samples = new int[streams.size()];
    for (int s = 0; s < samples.length; s++) {
      SampleRate of = streams.get(s).header().rate();
      BigDecimal[] count =
          seconds
              .multiply(BigDecimal.valueOf(of.numerator()))
              .divideAndRemainder(BigDecimal.valueOf(of.denominator()));
      if (count[1].signum() != 0 || count[0].compareTo(BigDecimal.valueOf(MOST_SAMPLES)) > 0) {
        return null;
      }
      samples[s] = count[0].intValue();
    }
    long padded = 0;
    SampleContents first = streams.get(0);
    for (int k = 0; k < first.stretches().size(); k++) {
      padded += Math.floorMod(-first.length(k), (long) n);
    }
    RecordLength length = new RecordLength(samples, seconds, padded);
    return length.bytes(streams, width) > MOST_BYTES && n > 1 ? null : length;
  }
}
