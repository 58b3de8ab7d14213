package org.saccade.operators.signal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.saccade.operators.signal.chain.Lead;
import org.saccade.operators.signal.chain.SignalShape;
import org.saccade.operators.signal.gain.GainControl;
import org.saccade.operators.signal.gain.GainParameters;
import org.saccade.operators.signal.iir.Butterworth;
import org.saccade.operators.signal.iir.IirFilter;
import org.saccade.operators.signal.iir.IirParameters;
import org.saccade.operators.signal.iir.Notch;
import org.saccade.operators.signal.resample.ResampleParameters;
import org.saccade.operators.signal.resample.Resampler;
import org.saccade.operators.signal.watch.Condition;
import org.saccade.operators.signal.watch.ConditionSink;
import org.saccade.operators.signal.watch.Scales;
import org.saccade.operators.signal.watch.SignalWatch;
import org.saccade.operators.signal.watch.WatchParameters;
import org.saccade.operators.signal.window.BandPower;
import org.saccade.operators.signal.window.Hjorth;
import org.saccade.operators.signal.window.Welch;
import org.saccade.operators.signal.window.WelchParameters;
import org.saccade.operators.signal.window.WindowParameters;
import org.saccade.operators.signal.window.Windows;
import org.saccade.schemas.packet.SampleRate;

/** What every operator on samples must keep; a new operator is a row. */
class AnyChunkingTest {
  private static final int CHANNELS = 3;

  /** An operator under its name. */
  record Case(String name, Function<Consumer<String>, SignalOperator> make) {
    /** A watch tells of channels that change within a batch one after the other. */
    List<String> inOrder(Run run) {
      return name.equals(WATCH) ? run.found().stream().sorted().toList() : run.found();
    }

    @Override
    public String toString() {
      return name;
    }
  }

  private static final String WATCH = "watch";

  private static final List<Case> CASES =
      List.of(
          new Case("filter from zero", sink -> filter(IirParameters.Start.ZERO, 0)),
          new Case("filter with bridges", sink -> filter(IirParameters.Start.FIRST_SAMPLE, 20)),
          new Case("overlapping windows", sink -> windows(100, 30, sink)),
          new Case("windows with samples between", sink -> windows(64, 200, sink)),
          new Case("epochs", sink -> new MarkedEpochs(CHANNELS, sink)),
          new Case(WATCH, AnyChunkingTest::watch),
          new Case("to a lower rate", sink -> resampler(2, 5, sink)),
          new Case("to a higher rate", sink -> resampler(7, 3, sink)),
          new Case(
              "gain control",
              sink -> new GainControl(GainParameters.ofPairs(CHANNELS, 0.5, 100, 0.01))));

  private static SignalOperator filter(IirParameters.Start start, int bridge) {
    return new IirFilter(
        new IirParameters(
            List.of(Butterworth.bandPass(2, 1, 40), new Notch(50, 30)), start, bridge),
        250,
        CHANNELS);
  }

  private static SignalOperator windows(int length, int step, Consumer<String> sink) {
    WelchParameters segments = new WelchParameters(50, 25);
    return new Windows(
        new WindowParameters(length, step),
        CHANNELS,
        (first, values) -> {
          for (double[] channel : values) {
            sink.accept(first + Run.bits(channel));
          }
        },
        new Hjorth(),
        new BandPower(segments, 250, List.of(new BandPower.Band(8, 13))),
        new Welch(segments, 250));
  }

  private static SignalOperator watch(Consumer<String> sink) {
    Lead[] leads = {new Lead("a", "EEG"), new Lead("b", "EEG"), new Lead("c", "EEG")};
    return new SignalWatch(
        new WatchParameters(0.02, 3, 1.05, 0.25, 1.05, 1.5, true),
        new SignalShape(List.of(leads), SampleRate.of(250)),
        new Scales() {
          @Override
          public boolean isVoltage(int channel) {
            return true;
          }

          @Override
          public double stored(int channel, double physical) {
            return physical;
          }
        },
        new ConditionSink() {
          @Override
          public double open(
              Condition what, int channel, long number, long start, long known, double size) {
            sink.accept("open " + what + channel + " " + number + " " + start + " " + known + size);
            return start;
          }

          @Override
          public void close(
              Condition what,
              int channel,
              long number,
              double token,
              long start,
              long end,
              boolean ended) {
            sink.accept("close " + what + channel + " " + number + " " + token + start + " " + end);
          }
        });
  }

  private static SignalOperator resampler(int up, int down, Consumer<String> sink) {
    return new Resampler(
        new ResampleParameters(up, down),
        CHANNELS,
        (number, values) -> sink.accept(number + Run.bits(values)));
  }

  @Provide
  Arbitrary<Case> operators() {
    return Arbitraries.of(CASES);
  }

  @Property(tries = 300)
  void neitherCutsNorRestartsChangeABit(
      @ForAll("operators") Case operator, @ForAll long seed, @ForAll long cuts) {
    Recording recording = Recording.random(seed, CHANNELS, 2500);
    Run whole = Run.whole(operator.make(), recording);
    Run parts = Run.inParts(operator.make(), recording, cuts);
    assertThat(operator.inOrder(parts)).isEqualTo(operator.inOrder(whole));
    assertThat(Arrays.deepEquals(parts.left(), whole.left())).isTrue();
  }

  @Property(tries = 100)
  void aGapIsSoManySamplesOfNothing(@ForAll("operators") Case operator, @ForAll long seed) {
    Recording recording = Recording.random(seed, CHANNELS, 2500);
    Recording spelledOut = recording.spelledOut();
    Run gaps = Run.whole(operator.make(), recording);
    Run nothing = Run.whole(operator.make(), spelledOut);
    assertThat(operator.inOrder(nothing)).isEqualTo(operator.inOrder(gaps));
    int at = 0;
    int kept = 0;
    for (int p = 0; p < recording.pieces().size(); p++) {
      int n = ((double[][]) spelledOut.pieces().get(p))[0].length;
      if (recording.pieces().get(p) instanceof double[][]) {
        for (int i = 0; i < n; i++) {
          assertThat(nothing.left()[at + i]).isEqualTo(gaps.left()[kept + i]);
        }
        kept += n;
      }
      at += n;
    }
    assertThat(kept).isEqualTo(gaps.left().length);
  }

  @Property(tries = 100)
  void whatWasClearedIsAsNew(@ForAll("operators") Case operator, @ForAll long seed) {
    Recording before = Recording.random(seed ^ 1, CHANNELS, 700);
    Recording after = Recording.random(seed, CHANNELS, 1500);
    Run cleared = Run.afterClear(operator.make(), before, after);
    Run fresh = Run.whole(operator.make(), after);
    assertThat(operator.inOrder(cleared)).isEqualTo(operator.inOrder(fresh));
    assertThat(Arrays.deepEquals(cleared.left(), fresh.left())).isTrue();
  }
}
