package org.saccade.operators.signal.watch;

import java.util.ArrayList;
import java.util.List;
import org.saccade.operators.signal.chain.Lead;
import org.saccade.operators.signal.chain.SignalShape;
import org.saccade.schemas.batch.SampleBatch;
import org.saccade.schemas.packet.SampleRate;
import org.saccade.simulators.eeg.SimulatedEeg;

/** What a watch tells of a simulated recording. */
final class Found implements ConditionSink {
  /** A condition from its begin to its end; known: when it became so. */
  record Interval(
      Condition what, int channel, long start, long known, double size, long end, boolean ended) {}

  final List<Interval> intervals = new ArrayList<>();
  private final List<Interval> open = new ArrayList<>();

  @Override
  public double open(
      Condition what, int channel, long number, long start, long known, double size) {
    open.add(new Interval(what, channel, start, known, size, -1, false));
    return 1000.0 * start + channel;
  }

  @Override
  public void close(
      Condition what, int channel, long number, double token, long start, long end, boolean ended) {
    Interval opened =
        open.stream()
            .filter(o -> o.what == what && o.channel == channel && o.start == start)
            .findFirst()
            .orElseThrow();
    open.remove(opened);
    if (token != 1000.0 * start + channel) {
      throw new AssertionError("token " + token + " of " + opened);
    }
    intervals.add(new Interval(what, channel, start, opened.known, opened.size, end, ended));
  }

  static SignalShape shape(SimulatedEeg eeg) {
    return new SignalShape(
        eeg.names().stream().map(name -> new Lead(name, "EEG")).toList(),
        SampleRate.of(eeg.rate()));
  }

  /** Tenths of microvolts, as stored. */
  static final Scales TENTHS =
      new Scales() {
        @Override
        public boolean isVoltage(int channel) {
          return true;
        }

        @Override
        public double stored(int channel, double physical) {
          return physical / 0.1;
        }
      };

  static List<Interval> in(SimulatedEeg eeg, WatchParameters parameters) {
    Found found = new Found();
    SignalWatch watch = new SignalWatch(parameters, shape(eeg), TENTHS, found);
    SampleBatch batch = new SampleBatch();
    long next = 0;
    for (SimulatedEeg.Stretch stretch : eeg.stretches()) {
      if (stretch.from() > next) {
        watch.gap(stretch.from() - next);
      }
      int n = stretch.to() - stretch.from();
      batch.shape(eeg.names().size(), n);
      for (int c = 0; c < eeg.names().size(); c++) {
        System.arraycopy(eeg.microvolts()[c], stretch.from(), batch.channel(c), 0, n);
      }
      watch.process(batch);
      next = stretch.to();
    }
    watch.end();
    return found.intervals;
  }
}
