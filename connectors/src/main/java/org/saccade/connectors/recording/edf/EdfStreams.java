package org.saccade.connectors.recording.edf;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import org.saccade.connectors.recording.SampleOptions;
import org.saccade.connectors.recording.SampleSignal;
import org.saccade.connectors.recording.UnreadableRecordingException;
import org.saccade.schemas.packet.SampleRate;

/**
 * The data signals of a file, those of one rate together.
 *
 * @param signals in the order of the file, without those of no sample
 * @param streams what each stream has of a record
 */
record EdfStreams(List<SampleSignal> signals, List<List<EdfSignal>> streams) {

  static EdfStreams of(EdfHeader header) {
    List<SampleSignal> signals = new ArrayList<>();
    List<List<EdfSignal>> streams = new ArrayList<>();
    for (EdfSignal signal : header.signals()) {
      if (signal.isAnnotations() || signal.samples() == 0) {
        continue;
      }
      int stream = 0;
      while (stream < streams.size() && streams.get(stream).get(0).samples() != signal.samples()) {
        stream++;
      }
      if (stream == streams.size()) {
        streams.add(new ArrayList<>());
      }
      SampleRate rate = rate(signal.samples(), header.duration());
      signals.add(new SampleSignal(signal.channel(), rate, stream, streams.get(stream).size()));
      streams.get(stream).add(signal);
    }
    return new EdfStreams(signals, streams);
  }

  /** Samples by seconds, as a fraction in lowest terms. */
  static SampleRate rate(int samples, BigDecimal seconds) {
    BigInteger numerator =
        BigInteger.valueOf(samples).multiply(BigInteger.TEN.pow(Math.max(0, seconds.scale())));
    BigInteger denominator =
        seconds.movePointRight(Math.max(0, seconds.scale())).toBigIntegerExact();
    BigInteger divisor = numerator.gcd(denominator);
    numerator = numerator.divide(divisor);
    denominator = denominator.divide(divisor);
    BigInteger most = BigInteger.valueOf(SampleRate.MAX);
    if (numerator.compareTo(most) > 0 || denominator.compareTo(most) > 0) {
      double hz = numerator.doubleValue() / denominator.doubleValue();
      return SampleRate.of(Math.max(1e-6, Math.min(SampleRate.MAX, hz)));
    }
    return new SampleRate(numerator.longValueExact(), denominator.longValueExact());
  }

  /** The stream to read: the one asked for, else the one with the most samples. */
  int chosen(SampleOptions options) throws UnreadableRecordingException {
    if (options.stream() >= Math.max(1, streams.size())) {
      throw new UnreadableRecordingException(
          "has no stream " + options.stream() + "; there are " + streams.size());
    }
    if (options.stream() != SampleOptions.MAIN) {
      return options.stream();
    }
    int main = 0;
    long most = 0;
    for (int s = 0; s < streams.size(); s++) {
      long n = (long) streams.get(s).size() * streams.get(s).get(0).samples();
      main = n > most ? s : main;
      most = Math.max(n, most);
    }
    return main;
  }
}
